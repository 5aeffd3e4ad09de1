import { adminOrderRoutesMiddlewares } from "@medusajs/medusa/api/admin/orders/middlewares"
import * as archive from "@medusajs/medusa/api/admin/orders/[id]/archive/route"
import * as cancel from "@medusajs/medusa/api/admin/orders/[id]/cancel/route"
import * as changes from "@medusajs/medusa/api/admin/orders/[id]/changes/route"
import * as complete from "@medusajs/medusa/api/admin/orders/[id]/complete/route"
import * as cancelFulfillment from "@medusajs/medusa/api/admin/orders/[id]/fulfillments/[fulfillment_id]/cancel/route"
import * as deliver from "@medusajs/medusa/api/admin/orders/[id]/fulfillments/[fulfillment_id]/mark-as-delivered/route"
import * as ship from "@medusajs/medusa/api/admin/orders/[id]/fulfillments/[fulfillment_id]/shipments/route"
import * as items from "@medusajs/medusa/api/admin/orders/[id]/line-items/route"
import * as preview from "@medusajs/medusa/api/admin/orders/[id]/preview/route"
import * as shippingOptions from "@medusajs/medusa/api/admin/orders/[id]/shipping-options/route"
import { mirror } from "../../_kit/mirror"
import { dropped } from "../../_kit/shape"
import { itemQuantities, ownOptions } from "../_shapes/orders"
import { getOrder, wholeOrder } from "../orders/answer"
import { createFulfillment } from "../orders/fulfil"
import { listOrders, takeOwnFilters } from "../orders/list"
import {
  orderChangeView,
  orderItemView,
  orderPreviewView,
  orderListView,
  orderView,
} from "./order-views"

const lineItems = { "items[].id": "order_line_item" } as const
const fulfillmentIs = { fulfillment_id: "fulfillment" } as const

export const orders = mirror({
  resource: "orders",
  entity: "order",
  area: "orders",
  view: orderView,
  core: adminOrderRoutesMiddlewares,
  routes: {
    "GET /": {
      answer: listOrders,
      before: [takeOwnFilters],
      view: orderListView,
      unscoped: true,
    },
    "GET /:id": getOrder,
    "GET /:id/changes": { answer: changes.GET, view: orderChangeView },
    "GET /:id/line-items": { answer: items.GET, view: orderItemView },
    "GET /:id/preview": { answer: preview.GET, view: orderPreviewView },
    "GET /:id/shipping-options": {
      answer: shippingOptions.GET,
      answerShape: ownOptions,
      bare: true,
    },
    "POST /:id/archive": { answer: archive.POST, answerShape: wholeOrder },
    "POST /:id/cancel": { answer: cancel.POST, answerShape: wholeOrder },
    "POST /:id/complete": { answer: complete.POST, answerShape: wholeOrder },
    "POST /:id/fulfillments": {
      answer: createFulfillment,
      bodyShape: { requires_shipping: dropped, ...itemQuantities },
      whileSuspended: true,
      refs: {
        ...lineItems,
        location_id: "stock_location",
        shipping_option_id: "shipping_option",
      },
    },
    "POST /:id/fulfillments/:fulfillment_id/cancel": {
      answer: cancelFulfillment.POST,
      answerShape: wholeOrder,
      owned: fulfillmentIs,
      whileSuspended: true,
    },
    "POST /:id/fulfillments/:fulfillment_id/shipments": {
      answer: ship.POST,
      answerShape: wholeOrder,
      owned: fulfillmentIs,
      refs: lineItems,
      bodyShape: itemQuantities,
      whileSuspended: true,
    },
    "POST /:id/fulfillments/:fulfillment_id/mark-as-delivered": {
      answer: deliver.POST,
      answerShape: wholeOrder,
      owned: fulfillmentIs,
      whileSuspended: true,
    },
  },
})
