import { adminExchangeRoutesMiddlewares } from "@medusajs/medusa/api/admin/exchanges/middlewares"
import * as one from "@medusajs/medusa/api/admin/exchanges/[id]/route"
import * as cancel from "@medusajs/medusa/api/admin/exchanges/[id]/cancel/route"
import * as inItems from "@medusajs/medusa/api/admin/exchanges/[id]/inbound/items/route"
import * as inItem from "@medusajs/medusa/api/admin/exchanges/[id]/inbound/items/[action_id]/route"
import * as inMethods from "@medusajs/medusa/api/admin/exchanges/[id]/inbound/shipping-method/route"
import * as inMethod from "@medusajs/medusa/api/admin/exchanges/[id]/inbound/shipping-method/[action_id]/route"
import * as outItems from "@medusajs/medusa/api/admin/exchanges/[id]/outbound/items/route"
import * as outItem from "@medusajs/medusa/api/admin/exchanges/[id]/outbound/items/[action_id]/route"
import * as outMethods from "@medusajs/medusa/api/admin/exchanges/[id]/outbound/shipping-method/route"
import * as outMethod from "@medusajs/medusa/api/admin/exchanges/[id]/outbound/shipping-method/[action_id]/route"
import * as request from "@medusajs/medusa/api/admin/exchanges/[id]/request/route"
import * as list from "@medusajs/medusa/api/admin/exchanges/route"
import { mirror } from "../../_kit/mirror"
import { ownRows } from "../_shapes/orders"
import { listOrderRows } from "../orders/list-rows"
import { ensureOpenChange } from "../orders/ensure-open-change"
import { ensureReturn } from "../orders/ensure-return"
import { exchangeView } from "./after-sales-views"
import { addedItems, itemRows, methodRows, returnedItems } from "./change-rows"

const isOpen = ensureOpenChange("exchange_id")
const hasReturn = { before: [ensureReturn("order_exchange")] }
const arriving = {
  ...hasReturn,
  ...returnedItems,
  refs: { ...returnedItems.refs, location_id: "stock_location" },
} as const

export const exchanges = mirror({
  resource: "exchanges",
  entity: "order_exchange",
  area: "orders",
  view: exchangeView,
  core: adminExchangeRoutesMiddlewares,
  answerShape: ownRows,
  routes: {
    "GET /": {
      answer: listOrderRows("order_exchange", "exchanges"),
      unscoped: true,
    },
    "POST /": { answer: list.POST, refs: { order_id: "order" } },
    "GET /:id": one.GET,
    "POST /:id/cancel": cancel.POST,
    ...itemRows("inbound/items", [inItems, inItem], arriving),
    ...methodRows(
      "inbound/shipping-method",
      [inMethods, inMethod],
      [...hasReturn.before, isOpen]
    ),
    ...itemRows("outbound/items", [outItems, outItem], addedItems),
    ...methodRows(
      "outbound/shipping-method",
      [outMethods, outMethod],
      [isOpen]
    ),
    "POST /:id/request": request.POST,
    "DELETE /:id/request": request.DELETE,
  },
})
