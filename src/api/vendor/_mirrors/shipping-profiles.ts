import { adminShippingProfilesMiddlewares } from "@medusajs/medusa/api/admin/shipping-profiles/middlewares"
import * as one from "@medusajs/medusa/api/admin/shipping-profiles/[id]/route"
import * as list from "@medusajs/medusa/api/admin/shipping-profiles/route"
import {
  AdminGetShippingProfilesParams,
  type AdminCreateShippingProfileType,
} from "@medusajs/medusa/api/admin/shipping-profiles/validators"
import { createSellerShippingProfilesWorkflow } from "../../../workflows/seller/create-seller-shipping-profiles"
import { mirror } from "../../_kit/mirror"
import { answerCreated } from "../../_kit/owned-answer"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { storedName } from "../_shapes/seller-names"

const columns = ["id", "name", "type", "metadata", "created_at", "updated_at"]

export const shippingProfiles = mirror({
  resource: "shipping-profiles",
  entity: "shipping_profile",
  area: "inventory",
  view: {
    fields: columns,
    defaults: columns,
    sort: [...commonSort, "name", "type"],
    search: ["name", "type"],
    filters: filtersOf(AdminGetShippingProfilesParams),
  },
  core: adminShippingProfilesMiddlewares,
  routes: {
    "GET /": list.GET,
    "POST /": {
      bodyShape: { name: storedName },
      answer: answerCreated({
        entity: "shipping_profile",
        create: (scope, seller_id, body: AdminCreateShippingProfileType) =>
          createSellerShippingProfilesWorkflow(scope).run({
            input: { seller_id, input: { data: [body] } },
          }),
      }),
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: one.POST,
      bodyShape: { name: storedName },
    },
    "DELETE /:id": one.DELETE,
  },
})
