import { adminReturnRoutesMiddlewares } from "@medusajs/medusa/api/admin/returns/middlewares"
import * as one from "@medusajs/medusa/api/admin/returns/[id]/route"
import * as cancel from "@medusajs/medusa/api/admin/returns/[id]/cancel/route"
import * as dismissed from "@medusajs/medusa/api/admin/returns/[id]/dismiss-items/route"
import * as dismissedItem from "@medusajs/medusa/api/admin/returns/[id]/dismiss-items/[action_id]/route"
import * as received from "@medusajs/medusa/api/admin/returns/[id]/receive-items/route"
import * as receivedItem from "@medusajs/medusa/api/admin/returns/[id]/receive-items/[action_id]/route"
import * as receive from "@medusajs/medusa/api/admin/returns/[id]/receive/route"
import * as confirm from "@medusajs/medusa/api/admin/returns/[id]/receive/confirm/route"
import * as items from "@medusajs/medusa/api/admin/returns/[id]/request-items/route"
import * as item from "@medusajs/medusa/api/admin/returns/[id]/request-items/[action_id]/route"
import * as request from "@medusajs/medusa/api/admin/returns/[id]/request/route"
import * as methods from "@medusajs/medusa/api/admin/returns/[id]/shipping-method/route"
import * as method from "@medusajs/medusa/api/admin/returns/[id]/shipping-method/[action_id]/route"
import * as list from "@medusajs/medusa/api/admin/returns/route"
import { mirror } from "../../_kit/mirror"
import { ownRows } from "../_shapes/orders"
import { listOrderRows } from "../orders/list-rows"
import { ensureOpenChange } from "../orders/ensure-open-change"
import { returnView } from "./after-sales-views"
import {
  itemRows,
  methodRows,
  orderedItems,
  returnedItems,
} from "./change-rows"

const at = { location_id: "stock_location" } as const

// Medusa's own DELETE looks for an action that asks for the item.
const dismissals = { POST: dismissedItem.POST, DELETE: receivedItem.DELETE }

const isOpen = ensureOpenChange("return_id")

export const returns = mirror({
  resource: "returns",
  entity: "return",
  area: "orders",
  view: returnView,
  core: adminReturnRoutesMiddlewares,
  answerShape: ownRows,
  routes: {
    "GET /": { answer: listOrderRows("return", "returns"), unscoped: true },
    "POST /": { answer: list.POST, refs: { order_id: "order", ...at } },
    "GET /:id": one.GET,
    "POST /:id": { answer: one.POST, refs: at },
    "POST /:id/cancel": cancel.POST,
    ...itemRows("request-items", [items, item], returnedItems),
    ...methodRows("shipping-method", [methods, method], [isOpen]),
    "POST /:id/request": request.POST,
    "DELETE /:id/request": request.DELETE,
    "POST /:id/receive": receive.POST,
    "DELETE /:id/receive": receive.DELETE,
    "POST /:id/receive/confirm": confirm.POST,
    ...itemRows("receive-items", [received, receivedItem], orderedItems),
    ...itemRows("dismiss-items", [dismissed, dismissals], orderedItems),
  },
})
