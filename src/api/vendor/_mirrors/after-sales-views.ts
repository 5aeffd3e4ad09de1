import { AdminGetOrdersParams as ReturnFilters } from "@medusajs/medusa/api/admin/returns/validators"
import { commonSort, filtersOf, type View } from "../../_kit/view-query"

const columns = [
  "id",
  "order_id",
  "display_id",
  "order_version",
  "no_notification",
  "metadata",
  "created_by",
  "created_at",
  "updated_at",
  "canceled_at",
]

const relations = [
  "shipping_methods",
  "order.id",
  "order.display_id",
  "order.email",
  "order.currency_code",
]

const view = (own: readonly string[], related: readonly string[]): View => ({
  fields: [...columns, ...own, ...related, ...relations],
  defaults: [...columns, ...own, ...related.map((name) => `*${name}`)],
  sort: [...commonSort, "display_id"],
  filters: filtersOf(ReturnFilters),
})

const parts = {
  return: ["items", "items.reason"],
  claim: ["additional_items", "claim_items", "claim_items.reason"],
  exchange: ["additional_items"],
}

export const returnView = view(
  [
    ...["exchange_id", "claim_id", "location_id", "status", "refund_amount"],
    ...["requested_at", "received_at"],
  ],
  parts.return
)

export const claimView = view(
  ["type", "return_id", "refund_amount"],
  parts.claim
)

export const exchangeView = view(
  ["return_id", "difference_due", "allow_backorder"],
  parts.exchange
)
