import { adminClaimRoutesMiddlewares } from "@medusajs/medusa/api/admin/claims/middlewares"
import * as one from "@medusajs/medusa/api/admin/claims/[id]/route"
import * as cancel from "@medusajs/medusa/api/admin/claims/[id]/cancel/route"
import * as inItems from "@medusajs/medusa/api/admin/claims/[id]/inbound/items/route"
import * as inItem from "@medusajs/medusa/api/admin/claims/[id]/inbound/items/[action_id]/route"
import * as inMethods from "@medusajs/medusa/api/admin/claims/[id]/inbound/shipping-method/route"
import * as inMethod from "@medusajs/medusa/api/admin/claims/[id]/inbound/shipping-method/[action_id]/route"
import * as outItems from "@medusajs/medusa/api/admin/claims/[id]/outbound/items/route"
import * as outItem from "@medusajs/medusa/api/admin/claims/[id]/outbound/items/[action_id]/route"
import * as outMethods from "@medusajs/medusa/api/admin/claims/[id]/outbound/shipping-method/route"
import * as outMethod from "@medusajs/medusa/api/admin/claims/[id]/outbound/shipping-method/[action_id]/route"
import * as request from "@medusajs/medusa/api/admin/claims/[id]/request/route"
import * as list from "@medusajs/medusa/api/admin/claims/route"
import * as claimItems from "@medusajs/medusa/api/admin/claims/[id]/claim-items/route"
import * as claimItem from "@medusajs/medusa/api/admin/claims/[id]/claim-items/[action_id]/route"
import { mirror } from "../../_kit/mirror"
import {
  changedItem,
  itemQuantities,
  newItems,
  ownRows,
  shippingMethod,
} from "../_shapes/orders"
import { listOrderRows } from "../orders/list-rows"
import { ensureReturn } from "../orders/ensure-return"
import { claimView } from "./after-sales-views"

const actionIs = { action_id: "order_change_action" } as const
const lineItems = { "items[].id": "order_line_item" } as const
const hasReturn = [ensureReturn("order_claim")]

const action = { owned: actionIs, bodyShape: changedItem }
const removal = { owned: actionIs }
const method = { owned: actionIs, bodyShape: shippingMethod }
const byOption = {
  refs: { shipping_option_id: "shipping_option" },
  bodyShape: shippingMethod,
} as const

export const claims = mirror({
  resource: "claims",
  entity: "order_claim",
  area: "orders",
  view: claimView,
  core: adminClaimRoutesMiddlewares,
  answerShape: ownRows,
  routes: {
    "GET /": { answer: listOrderRows("order_claim", "claims"), unscoped: true },
    "POST /": {
      answer: list.POST,
      refs: { order_id: "order", reason_id: "reference" },
    },
    "GET /:id": one.GET,
    "POST /:id/cancel": cancel.POST,
    "POST /:id/claim-items": {
      answer: claimItems.POST,
      refs: lineItems,
      bodyShape: itemQuantities,
    },
    "POST /:id/claim-items/:action_id": {
      answer: claimItem.POST,
      ...action,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/claim-items/:action_id": {
      answer: claimItem.DELETE,
      ...removal,
    },
    "POST /:id/inbound/items": {
      answer: inItems.POST,
      refs: {
        ...lineItems,
        "items[].reason_id": "reference",
        location_id: "stock_location",
      },
      bodyShape: itemQuantities,
    },
    "POST /:id/inbound/items/:action_id": {
      answer: inItem.POST,
      ...action,
      before: hasReturn,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/inbound/items/:action_id": {
      answer: inItem.DELETE,
      ...removal,
      before: hasReturn,
    },
    "POST /:id/inbound/shipping-method": {
      answer: inMethods.POST,
      ...byOption,
      before: hasReturn,
    },
    "POST /:id/inbound/shipping-method/:action_id": {
      answer: inMethod.POST,
      ...method,
      before: hasReturn,
    },
    "DELETE /:id/inbound/shipping-method/:action_id": {
      answer: inMethod.DELETE,
      ...removal,
      before: hasReturn,
    },
    "POST /:id/outbound/items": {
      answer: outItems.POST,
      refs: { "items[].variant_id": "product_variant" },
      bodyShape: newItems,
    },
    "POST /:id/outbound/items/:action_id": {
      answer: outItem.POST,
      ...action,
      refs: { reason_id: "reference" },
    },
    "DELETE /:id/outbound/items/:action_id": {
      answer: outItem.DELETE,
      ...removal,
    },
    "POST /:id/outbound/shipping-method": {
      answer: outMethods.POST,
      ...byOption,
    },
    "POST /:id/outbound/shipping-method/:action_id": {
      answer: outMethod.POST,
      ...method,
    },
    "DELETE /:id/outbound/shipping-method/:action_id": {
      answer: outMethod.DELETE,
      ...removal,
    },
    "POST /:id/request": request.POST,
    "DELETE /:id/request": request.DELETE,
  },
})
