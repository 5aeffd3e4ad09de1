import { adminFulfillmentSetsRoutesMiddlewares } from "@medusajs/medusa/api/admin/fulfillment-sets/middlewares"
import * as one from "@medusajs/medusa/api/admin/fulfillment-sets/[id]/route"
import * as zone from "@medusajs/medusa/api/admin/fulfillment-sets/[id]/service-zones/[zone_id]/route"
import { mirror } from "../../_kit/mirror"
import { commonSort, type View } from "../../_kit/view-query"
import { createServiceZone } from "../fulfillment-answers"
import { shownNames, storedName } from "../_shapes/seller-names"

const columns = ["id", "name", "created_at", "updated_at"]

const zoneView: View = {
  fields: [...columns, "fulfillment_set_id", "geo_zones"],
  defaults: [...columns, "fulfillment_set_id", "*geo_zones"],
  sort: commonSort,
  filters: [],
}

const zoneIs = { zone_id: "service_zone" } as const

export const fulfillmentSets = mirror({
  resource: "fulfillment-sets",
  entity: "fulfillment_set",
  area: "inventory",
  view: {
    fields: [
      ...columns,
      "type",
      "service_zones",
      "service_zones.geo_zones",
      "service_zones.shipping_options",
    ],
    defaults: [
      ...columns,
      "type",
      "*service_zones",
      "*service_zones.geo_zones",
    ],
    sort: commonSort,
    filters: [],
  },
  core: adminFulfillmentSetsRoutesMiddlewares,
  answerShape: shownNames,
  routes: {
    "DELETE /:id": one.DELETE,
    "POST /:id/service-zones": {
      answer: createServiceZone,
      bodyShape: { name: storedName },
    },
    "GET /:id/service-zones/:zone_id": {
      answer: zone.GET,
      owned: zoneIs,
      view: zoneView,
    },
    "POST /:id/service-zones/:zone_id": {
      answer: zone.POST,
      owned: zoneIs,
      bodyShape: { name: storedName },
      refs: { "geo_zones[].id": "geo_zone" },
    },
    "DELETE /:id/service-zones/:zone_id": {
      answer: zone.DELETE,
      owned: zoneIs,
    },
  },
})
