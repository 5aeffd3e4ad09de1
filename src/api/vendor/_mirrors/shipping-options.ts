import type { z } from "@medusajs/framework/zod"
import { adminShippingOptionRoutesMiddlewares } from "@medusajs/medusa/api/admin/shipping-options/middlewares"
import * as one from "@medusajs/medusa/api/admin/shipping-options/[id]/route"
import * as rules from "@medusajs/medusa/api/admin/shipping-options/[id]/rules/batch/route"
import * as list from "@medusajs/medusa/api/admin/shipping-options/route"
import {
  AdminGetShippingOptionsParams,
  type AdminCreateShippingOption,
} from "@medusajs/medusa/api/admin/shipping-options/validators"
import { createSellerShippingOptionsWorkflow } from "../../../workflows/seller/owned-creates"
import { mirror } from "../../_kit/mirror"
import { answerCreated } from "../../_kit/owned-answer"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { byDefault } from "../../_kit/shape"
import { keepCurrencyPrices } from "../_shapes/region-prices"
import { shownNames } from "../_shapes/seller-names"

const columns = [
  "id",
  "name",
  "price_type",
  "data",
  "provider_id",
  "service_zone_id",
  "shipping_profile_id",
  "metadata",
  "created_at",
  "updated_at",
]

const relations = [
  "rules",
  "type",
  "prices",
  "prices.price_rules",
  "service_zone",
  "service_zone.fulfillment_set",
  "service_zone.fulfillment_set.location",
  "shipping_profile",
  "provider",
]

const ruleColumns = ["id", "attribute", "operator", "value"]

const refs = {
  shipping_profile_id: "shipping_profile",
  provider_id: "reference",
  type_id: "reference",
  "prices[].region_id": "reference",
} as const

export const shippingOptions = mirror({
  resource: "shipping-options",
  entity: "shipping_option",
  area: "inventory",
  view: {
    hidden: ["shipping_option_type_id"],
    fields: [
      ...columns,
      ...relations,
      "service_zone.fulfillment_set.type",
      "service_zone.fulfillment_set.location.id",
    ],
    defaults: [
      ...columns,
      ...relations
        .filter((name) => !name.includes("fulfillment_set"))
        .map((relation) => `*${relation}`),
    ],
    sort: [...commonSort, "name"],
    filters: filtersOf(AdminGetShippingOptionsParams),
  },
  core: adminShippingOptionRoutesMiddlewares,
  answerShape: shownNames,
  routes: {
    "GET /": list.GET,
    "POST /": {
      // Classic panels know flat prices only.
      bodyShape: { price_type: byDefault("flat") },
      refs: { ...refs, service_zone_id: "service_zone" },
      answer: answerCreated({
        entity: "shipping_option",
        create: (
          scope,
          seller_id,
          body: z.infer<typeof AdminCreateShippingOption>
        ) =>
          createSellerShippingOptionsWorkflow(scope).run({
            input: { seller_id, input: [body] },
          }),
      }),
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: one.POST,
      bodyShape: { "": keepCurrencyPrices },
      refs: {
        ...refs,
        "prices[].id": "shipping_option_price",
        "rules[].id": "shipping_option_rule",
      },
    },
    "DELETE /:id": one.DELETE,
    "POST /:id/rules/batch": {
      answer: rules.POST,
      // Medusa 2.21 answers nonsense for a list that is left out.
      bodyShape: {
        create: byDefault([]),
        update: byDefault([]),
        delete: byDefault([]),
      },
      view: {
        fields: ruleColumns,
        defaults: ruleColumns,
        sort: [],
        filters: [],
      },
      refs: {
        "update[].id": "shipping_option_rule",
        "delete[]": "shipping_option_rule",
      },
    },
  },
})
