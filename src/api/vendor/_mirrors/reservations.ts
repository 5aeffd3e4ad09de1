import { MedusaError } from "@medusajs/framework/utils"
import { adminReservationRoutesMiddlewares } from "@medusajs/medusa/api/admin/reservations/middlewares"
import * as one from "@medusajs/medusa/api/admin/reservations/[id]/route"
import * as list from "@medusajs/medusa/api/admin/reservations/route"
import { AdminGetReservationsParams } from "@medusajs/medusa/api/admin/reservations/validators"
import { mirror } from "../../_kit/mirror"
import { created } from "../../_kit/owned-answer"
import type { Change } from "../../_kit/shape"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { listReservations } from "../reservations/list"

const columns = [
  "id",
  "location_id",
  "inventory_item_id",
  "quantity",
  "line_item_id",
  "description",
  "metadata",
  "created_at",
  "updated_at",
]

/** Less than nothing reserved would be stock that is not there. */
const positive: Change = (quantity) => {
  if (typeof quantity === "number" && quantity <= 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "quantity must be greater than 0"
    )
  }
  return quantity
}

/** Own items, reserved at own locations, for nobody or for a line of an own order. */
export const reservations = mirror({
  resource: "reservations",
  entity: "reservation",
  area: "inventory",
  view: {
    hidden: ["allow_backorder", "external_id", "created_by"],
    fields: [...columns, "inventory_item"],
    defaults: [...columns, "*inventory_item"],
    sort: [...commonSort, "quantity"],
    filters: filtersOf(AdminGetReservationsParams, ["created_by"]),
  },
  core: adminReservationRoutesMiddlewares,
  routes: {
    "GET /": { answer: listReservations, unscoped: true },
    "POST /": {
      answer: created(list.POST),
      bodyShape: { quantity: positive },
      refs: {
        location_id: "stock_location",
        inventory_item_id: "inventory_item",
        line_item_id: "order_line_item",
      },
    },
    "GET /:id": one.GET,
    "POST /:id": {
      answer: one.POST,
      bodyShape: { quantity: positive },
      refs: { location_id: "stock_location" },
    },
    "DELETE /:id": one.DELETE,
  },
})
