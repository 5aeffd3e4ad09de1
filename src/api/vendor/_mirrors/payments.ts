import { adminPaymentRoutesMiddlewares } from "@medusajs/medusa/api/admin/payments/middlewares"
import * as one from "@medusajs/medusa/api/admin/payments/[id]/route"
import * as capture from "@medusajs/medusa/api/admin/payments/[id]/capture/route"
import * as refund from "@medusajs/medusa/api/admin/payments/[id]/refund/route"
import { AdminGetPaymentsParams } from "@medusajs/medusa/api/admin/payments/validators"
import { mirror } from "../../_kit/mirror"
import { commonSort, filtersOf } from "../../_kit/view-query"
import { listOrderRows } from "../orders/list-rows"
import { paymentColumns } from "./order-views"

/** Each order's own payment. Whoever moves money holds the permission for it. */
export const payments = mirror({
  resource: "payments",
  entity: "payment",
  area: "orders",
  view: {
    fields: paymentColumns,
    defaults: paymentColumns,
    sort: commonSort,
    filters: filtersOf(AdminGetPaymentsParams),
  },
  core: adminPaymentRoutesMiddlewares,
  routes: {
    "GET /": { answer: listOrderRows("payment", "payments"), unscoped: true },
    "GET /:id": one.GET,
    "POST /:id/capture": { answer: capture.POST, area: "payouts" },
    "POST /:id/refund": {
      answer: refund.POST,
      area: "payouts",
      refs: { refund_reason_id: "reference" },
    },
  },
})
