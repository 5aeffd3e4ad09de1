import { adminStockLocationRoutesMiddlewares } from "@medusajs/medusa/api/admin/stock-locations/middlewares"
import * as one from "@medusajs/medusa/api/admin/stock-locations/[id]/route"
import * as providers from "@medusajs/medusa/api/admin/stock-locations/[id]/fulfillment-providers/route"
import * as channels from "@medusajs/medusa/api/admin/stock-locations/[id]/sales-channels/route"
import * as list from "@medusajs/medusa/api/admin/stock-locations/route"
import { mirror } from "../../_kit/mirror"

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

const columns = ["id", "name", "metadata", "created_at", "updated_at"]

export const stockLocations = mirror({
  resource: "stock-locations",
  entity: "stock_location",
  area: "inventory",
  view: {
    fields: [
      ...columns,
      ...address,
      ...relations,
      "fulfillment_sets.name",
      "fulfillment_sets.type",
    ],
    defaults: [...columns, ...relations.map((relation) => `*${relation}`)],
    sort: ["name"],
    filters: ["name", "sales_channel_id"],
    defaultLimit: 1000,
  },
  core: adminStockLocationRoutesMiddlewares,
  routes: {
    "GET /": list.GET,
    "GET /:id": one.GET,
    "POST /:id": one.POST,
    "DELETE /:id": one.DELETE,
    "POST /:id/sales-channels": {
      answer: channels.POST,
      refs: { "add[]": "reference", "remove[]": "reference" },
    },
    "POST /:id/fulfillment-providers": {
      answer: providers.POST,
      refs: { "add[]": "reference", "remove[]": "reference" },
    },
  },
})
