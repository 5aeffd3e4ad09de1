import { adminStockLocationRoutesMiddlewares } from "@medusajs/medusa/api/admin/stock-locations/middlewares"
import * as one from "@medusajs/medusa/api/admin/stock-locations/[id]/route"
import * as providers from "@medusajs/medusa/api/admin/stock-locations/[id]/fulfillment-providers/route"
import * as channels from "@medusajs/medusa/api/admin/stock-locations/[id]/sales-channels/route"
import * as list from "@medusajs/medusa/api/admin/stock-locations/route"
import {
  AdminGetStockLocationsParams,
  type AdminCreateStockLocationType,
} from "@medusajs/medusa/api/admin/stock-locations/validators"
import { createSellerStockLocationsWorkflow } from "../../../workflows/seller/owned-creates"
import { mirror } from "../../_kit/mirror"
import { answerCreated } from "../../_kit/owned-answer"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { createFulfillmentSet } from "../fulfillment-answers"
import { textAt } from "../../_kit/shape"
import { shownNames, storedName } from "../_shapes/seller-names"

const columns = ["id", "name", "metadata", "created_at", "updated_at"]

const address = [
  "id",
  "address_1",
  "address_2",
  "company",
  "city",
  "country_code",
  "phone",
  "province",
  "postal_code",
  "metadata",
].map((column) => `address.${column}`)

const relations = [
  "address",
  "sales_channels",
  "fulfillment_providers",
  "fulfillment_sets",
  "fulfillment_sets.service_zones",
  "fulfillment_sets.service_zones.geo_zones",
  "fulfillment_sets.service_zones.shipping_options",
  "fulfillment_sets.service_zones.shipping_options.rules",
  "fulfillment_sets.service_zones.shipping_options.shipping_profile",
]

const fieldsOfSets = ["fulfillment_sets.name", "fulfillment_sets.type"]
const references = { "add[]": "reference", "remove[]": "reference" } as const

export const stockLocations = mirror({
  resource: "stock-locations",
  entity: "stock_location",
  area: "inventory",
  view: {
    hidden: ["address_id"],
    fields: [...columns, ...address, ...relations, ...fieldsOfSets],
    defaults: [...columns, ...relations.map((relation) => `*${relation}`)],
    sort: [...commonSort, "name"],
    filters: filtersOf(AdminGetStockLocationsParams),
  },
  core: adminStockLocationRoutesMiddlewares,
  answerShape: shownNames,
  routes: {
    "GET /": list.GET,
    "POST /": {
      answer: answerCreated({
        entity: "stock_location",
        create: (scope, seller_id, body: AdminCreateStockLocationType) =>
          createSellerStockLocationsWorkflow(scope).run({
            input: { seller_id, input: { locations: [body] } },
          }),
      }),
      bodyShape: { name: textAt("name", { required: true }) },
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: one.POST,
      bodyShape: { name: textAt("name", { required: false }) },
    },
    "DELETE /:id": one.DELETE,
    "POST /:id/fulfillment-sets": {
      answer: createFulfillmentSet,
      bodyShape: { name: storedName },
    },
    "POST /:id/sales-channels": { answer: channels.POST, refs: references },
    "POST /:id/fulfillment-providers": {
      answer: providers.POST,
      refs: references,
    },
  },
})
