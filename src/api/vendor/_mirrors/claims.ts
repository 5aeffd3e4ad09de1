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
import { ownRows } from "../_shapes/orders"
import { listOrderRows } from "../orders/list-rows"
import { ensureOpenChange } from "../orders/ensure-open-change"
import { ensureReturn } from "../orders/ensure-return"
import { claimView } from "./after-sales-views"
import {
  addedItems,
  itemRows,
  methodRows,
  orderedItems,
  returnedItems,
} from "./change-rows"

const isOpen = ensureOpenChange("claim_id")
const hasReturn = { before: [ensureReturn("order_claim")] }
const arriving = {
  ...hasReturn,
  ...returnedItems,
  refs: { ...returnedItems.refs, location_id: "stock_location" },
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
    ...itemRows("claim-items", [claimItems, claimItem], orderedItems),
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
