import { adminOrderEditRoutesMiddlewares } from "@medusajs/medusa/api/admin/order-edits/middlewares"
import * as one from "@medusajs/medusa/api/admin/order-edits/[id]/route"
import * as confirm from "@medusajs/medusa/api/admin/order-edits/[id]/confirm/route"
import * as request from "@medusajs/medusa/api/admin/order-edits/[id]/request/route"
import * as items from "@medusajs/medusa/api/admin/order-edits/[id]/items/route"
import * as added from "@medusajs/medusa/api/admin/order-edits/[id]/items/[action_id]/route"
import * as item from "@medusajs/medusa/api/admin/order-edits/[id]/items/item/[item_id]/route"
import * as methods from "@medusajs/medusa/api/admin/order-edits/[id]/shipping-method/route"
import * as method from "@medusajs/medusa/api/admin/order-edits/[id]/shipping-method/[action_id]/route"
import * as list from "@medusajs/medusa/api/admin/order-edits/route"
import { mirror } from "../../_kit/mirror"
import { changedItem, ownRows } from "../_shapes/orders"
import { addedItems, methodRows } from "./change-rows"
import { ensureOpenChange } from "../orders/ensure-open-change"
import { orderView } from "./order-views"

const isOpen = ensureOpenChange("order_id")
const actionIs = { action_id: "order_change_action" } as const

/** `:id` is the order; it has one open edit at a time. */
export const orderEdits = mirror({
  resource: "order-edits",
  entity: "order",
  area: "orders",
  view: orderView,
  core: adminOrderEditRoutesMiddlewares,
  answerShape: ownRows,
  routes: {
    "POST /": { answer: list.POST, refs: { order_id: "order" } },
    "DELETE /:id": one.DELETE,
    "POST /:id/items": { answer: items.POST, ...addedItems },
    "POST /:id/items/item/:item_id": {
      answer: item.POST,
      owned: { item_id: "order_line_item" },
      bodyShape: changedItem,
    },
    "POST /:id/items/:action_id": {
      answer: added.POST,
      owned: actionIs,
      bodyShape: changedItem,
    },
    "DELETE /:id/items/:action_id": { answer: added.DELETE, owned: actionIs },
    ...methodRows("shipping-method", [methods, method], [isOpen]),
    "POST /:id/request": request.POST,
    "POST /:id/confirm": confirm.POST,
  },
})
