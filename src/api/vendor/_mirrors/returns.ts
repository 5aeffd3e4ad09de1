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
import {
  changedItem,
  itemQuantities,
  ownRows,
  shippingMethod,
} from "../_shapes/orders"
import { listOrderRows } from "../orders/list-rows"
import { returnView } from "./after-sales-views"

const actionIs = { action_id: "order_change_action" } as const
const at = { location_id: "stock_location" } as const
const lineItems = { "items[].id": "order_line_item" } as const
const reasonOf = { "items[].reason_id": "reference" } as const

const action = { owned: actionIs, bodyShape: changedItem }
const several = { refs: lineItems, bodyShape: itemQuantities }

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
    "POST /:id/request-items": {
      answer: items.POST,
      ...several,
      refs: { ...lineItems, ...reasonOf },
    },
    "POST /:id/request-items/:action_id": {
      answer: item.POST,
      ...action,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/request-items/:action_id": {
      answer: item.DELETE,
      owned: actionIs,
    },
    "POST /:id/shipping-method": {
      answer: methods.POST,
      refs: { shipping_option_id: "shipping_option" },
      bodyShape: shippingMethod,
    },
    "POST /:id/shipping-method/:action_id": {
      answer: method.POST,
      owned: actionIs,
      bodyShape: shippingMethod,
    },
    "DELETE /:id/shipping-method/:action_id": {
      answer: method.DELETE,
      owned: actionIs,
    },
    "POST /:id/request": request.POST,
    "DELETE /:id/request": request.DELETE,
    "POST /:id/receive": receive.POST,
    "DELETE /:id/receive": receive.DELETE,
    "POST /:id/receive/confirm": confirm.POST,
    "POST /:id/receive-items": { answer: received.POST, ...several },
    "POST /:id/receive-items/:action_id": {
      answer: receivedItem.POST,
      ...action,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/receive-items/:action_id": {
      answer: receivedItem.DELETE,
      owned: actionIs,
    },
    "POST /:id/dismiss-items": { answer: dismissed.POST, ...several },
    "POST /:id/dismiss-items/:action_id": {
      answer: dismissedItem.POST,
      ...action,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/dismiss-items/:action_id": {
      // Medusa's own looks for an action that asks for the item.
      answer: receivedItem.DELETE,
      owned: actionIs,
    },
  },
})
