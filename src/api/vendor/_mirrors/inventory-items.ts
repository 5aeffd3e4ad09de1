import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { adminInventoryRoutesMiddlewares } from "@medusajs/medusa/api/admin/inventory-items/middlewares"
import * as one from "@medusajs/medusa/api/admin/inventory-items/[id]/route"
import * as level from "@medusajs/medusa/api/admin/inventory-items/[id]/location-levels/[location_id]/route"
import * as levelBatch from "@medusajs/medusa/api/admin/inventory-items/[id]/location-levels/batch/route"
import * as levels from "@medusajs/medusa/api/admin/inventory-items/[id]/location-levels/route"
import * as batch from "@medusajs/medusa/api/admin/inventory-items/location-levels/batch/route"
import * as list from "@medusajs/medusa/api/admin/inventory-items/route"
import {
  AdminGetInventoryItemsParams,
  AdminGetInventoryLocationLevelsParams,
  type AdminCreateInventoryItemType,
} from "@medusajs/medusa/api/admin/inventory-items/validators"
import { createSellerInventoryItemsWorkflow } from "../../../workflows/seller/owned-creates"
import { mirror } from "../../_kit/mirror"
import { answerCreated, created } from "../../_kit/owned-answer"
import { commonSort, filtersOf, type View } from "../../_kit/view-query"
import { levelAnswers, levelsByLocation } from "../_shapes/location-levels"

const columns = [
  "id",
  "sku",
  "title",
  "description",
  "thumbnail",
  "origin_country",
  "hs_code",
  "requires_shipping",
  "mid_code",
  "material",
  "unit_of_measure",
  "weight",
  "length",
  "height",
  "width",
  "metadata",
  "reserved_quantity",
  "stocked_quantity",
  "created_at",
  "updated_at",
]

const levelColumns = [
  "id",
  "inventory_item_id",
  "location_id",
  "stocked_quantity",
  "reserved_quantity",
  "incoming_quantity",
  "available_quantity",
  "metadata",
  "created_at",
  "updated_at",
]

const levelView: View = {
  fields: [...levelColumns, "stock_locations", "stock_locations.address"],
  defaults: [...levelColumns, "*stock_locations"],
  sort: [...commonSort, "location_id"],
  filters: filtersOf(AdminGetInventoryLocationLevelsParams),
}

const levelsPath = "/admin/inventory-items/:id/location-levels"

/** Medusa has no route for one level; its list, cut to one location, is that. */
const oneLevel: MiddlewareRoute = {
  matcher: `${levelsPath}/:location_id`,
  methods: ["GET"],
  middlewares: adminInventoryRoutesMiddlewares.find(
    ({ matcher, method }) =>
      matcher === levelsPath && [method].flat().includes("GET")
  )?.middlewares,
}

function onlyOfLocation(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { location_id } = req.params
  Object.assign(req, { query: { ...req.query, location_id: [location_id] } })
  next()
}

const at = { location_id: "stock_location" } as const

export const inventoryItems = mirror({
  resource: "inventory-items",
  entity: "inventory_item",
  area: "inventory",
  view: {
    fields: [
      ...columns,
      "location_levels",
      "variants",
      "variants.product",
      "variants.options",
    ],
    defaults: [...columns, "*location_levels"],
    sort: [...commonSort, "title", "sku"],
    filters: filtersOf(AdminGetInventoryItemsParams),
  },
  core: [oneLevel, ...adminInventoryRoutesMiddlewares],
  routes: {
    "GET /": list.GET,
    "POST /": {
      refs: { "location_levels[].location_id": "stock_location" },
      answer: answerCreated({
        entity: "inventory_item",
        create: (scope, seller_id, body: AdminCreateInventoryItemType) =>
          createSellerInventoryItemsWorkflow(scope).run({
            input: { seller_id, input: { items: [body] } },
          }),
      }),
    },
    "POST /location-levels/batch": {
      answer: batch.POST,
      refs: {
        "create[].inventory_item_id": "inventory_item",
        "create[].location_id": "stock_location",
        "update[].inventory_item_id": "inventory_item",
        "update[].location_id": "stock_location",
        "delete[]": "inventory_level",
      },
    },
    "GET /:id": one.GET,
    "POST /:id": one.POST,
    "DELETE /:id": { answer: one.DELETE, bare: true },
    "GET /:id/location-levels": {
      answer: levels.GET,
      answerShape: levelAnswers.list,
      view: levelView,
    },
    "POST /:id/location-levels": {
      answer: created(levels.POST),
      answerShape: levelAnswers.one,
      refs: { location_id: "stock_location" },
    },
    "POST /:id/location-levels/batch": {
      answer: levelBatch.POST,
      bodyShape: { "": levelsByLocation },
      view: levelView,
      refs: {
        "create[].location_id": "stock_location",
        "update[].id": "inventory_level",
        "update[].location_id": "stock_location",
        "delete[]": "inventory_level",
      },
    },
    "GET /:id/location-levels/:location_id": {
      answer: levels.GET,
      before: [onlyOfLocation],
      answerShape: levelAnswers.found,
      owned: at,
      view: levelView,
      lists: true,
    },
    "POST /:id/location-levels/:location_id": {
      answer: level.POST,
      answerShape: levelAnswers.one,
      owned: at,
    },
    "DELETE /:id/location-levels/:location_id": {
      answer: level.DELETE,
      owned: at,
    },
  },
})
