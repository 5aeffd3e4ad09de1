import type { PayoutAccountStatus } from "./payout-provider"
import type { SellerStatus } from "./modules/seller/types"

/**
 * Every event of the marketplace. Payloads hold plain values; ids only where a
 * reader can fetch the rest.
 */
export const MarketplaceEvents = {
  /** A cart became a placed set, after the `order.placed` of each of its orders. Payload `OrderSetPlaced`. Since 0.1.0. */
  ORDER_SET_PLACED: "order_set.placed",
  /** A completion failed after it had begun: its orders are gone, and what its payment session holds is being given back. Payload `OrderSetFailed`. Since 0.1.0. */
  ORDER_SET_FAILED: "order_set.failed",
  /** All products of one or more sellers left or came back to the storefront at once. Payload `ProductsVisibilityChanged`. Since 0.1.0. */
  PRODUCTS_VISIBILITY_CHANGED: "product.visibility_changed",
  /** Somebody applied: a pending seller and its request exist. Payload `SellerRegistered`. Since 0.1.0. */
  SELLER_REGISTERED: "seller.registered",
  /** An application was accepted: the seller sells from now on. Payload `SellerStatusChanged`. Since 0.1.0. */
  SELLER_ACCEPTED: "seller.accepted",
  /** An application was rejected; the applicant may apply again. Payload `SellerStatusChanged`. Since 0.1.0. */
  SELLER_REJECTED: "seller.rejected",
  /** The operator took an active seller off the storefront. Payload `SellerStatusChanged`. Since 0.1.0. */
  SELLER_SUSPENDED: "seller.suspended",
  /** A suspended seller is back. Payload `SellerStatusChanged`. Since 0.1.0. */
  SELLER_REACTIVATED: "seller.reactivated",
  /** A suspended seller left for good. Payload `SellerStatusChanged`. Since 0.1.0. */
  SELLER_TERMINATED: "seller.terminated",
  /** Profile, address, name or vacation of a seller were written. Payload `SellerUpdated`. Since 0.1.0. */
  SELLER_UPDATED: "seller.updated",
  /** Another member is the owner now. Payload `SellerOwnershipTransferred`. Since 0.1.0. */
  SELLER_OWNERSHIP_TRANSFERRED: "seller.ownership_transferred",
  /** An invitation was sent, or sent again. Payload `SellerInviteChanged`. Since 0.1.0. */
  SELLER_INVITE_SENT: "seller_invite.sent",
  /** An invitation was used: the membership exists. Payload `SellerInviteAccepted`. Since 0.1.0. */
  SELLER_INVITE_ACCEPTED: "seller_invite.accepted",
  /** An open invitation was withdrawn. Payload `SellerInviteChanged`. Since 0.1.0. */
  SELLER_INVITE_REVOKED: "seller_invite.revoked",
  /** A member has another role at a seller. Payload `MemberRoleChanged`. Since 0.1.0. */
  MEMBER_ROLE_CHANGED: "member.role_changed",
  /** A member does not belong to a seller any more. Payload `MemberRemoved`. Since 0.1.0. */
  MEMBER_REMOVED: "member.removed",
  /** Something waits for the operator's decision. Payload `RequestSubmitted`. Since 0.1.0. */
  REQUEST_SUBMITTED: "request.submitted",
  /** A request was accepted and its effect is there. Payload `RequestDecided`. Since 0.1.0. */
  REQUEST_ACCEPTED: "request.accepted",
  /** A request was rejected. Payload `RequestDecided`. Since 0.1.0. */
  REQUEST_REJECTED: "request.rejected",
  /** A seller declined a request of a customer, who may escalate it. Payload `RequestDecided`. Since 0.1.0. */
  REQUEST_DECLINED: "request.declined",
  /** A request between a seller and a customer waits for the operator now. Payload `RequestDecided`. Since 0.1.0. */
  REQUEST_ESCALATED: "request.escalated",
  /** Who made a request took it back. Payload `RequestDecided`. Since 0.1.0. */
  REQUEST_WITHDRAWN: "request.withdrawn",
  /** A customer reviewed a seller or product. Payload `ReviewChanged`. Since 0.1.0. */
  REVIEW_SUBMITTED: "review.submitted",
  /** A seller answered a review, or changed its answer. Payload `ReviewChanged`. Since 0.1.0. */
  REVIEW_ANSWERED: "review.answered",
  /** A seller's goods at one place fell to the option `lowStockThreshold`; again after they were more. Payload `StockLow`. Since 0.1.0. */
  STOCK_LOW: "stock.low",
  /** A seller owes more than its floor allows: nothing is paid out to it. Payload `BalanceBelowFloor`. Since 0.1.0. */
  BALANCE_BELOW_FLOOR: "seller_balance.below_floor",
  /** Something that must always hold does not; `GET /admin/marketplace/health` shows it. Payload `InvariantViolated`. Since 0.1.0. */
  INVARIANT_VIOLATED: "invariant.violated",
  /** An operator stopped a seller's payouts, or lets them go on. Payload `PayoutHoldChanged`. Since 0.1.0. */
  PAYOUT_HOLD_CHANGED: "payout_hold.changed",
  /** A document that the operator accepted will soon not be good any more, by the option `documentNoticeDays`. Payload `SellerDocumentExpiring`. Since 0.1.0. */
  SELLER_DOCUMENT_EXPIRING: "seller_document.expiring",
  /** What a seller had handed in, and the operator had accepted, is not good any more. Payload `SellerDocumentExpired`. Since 0.1.0. */
  SELLER_DOCUMENT_EXPIRED: "seller_document.expired",
  /** A file is to be read or written in the background. Payload `TransferStarted`. Since 0.1.0. */
  TRANSFER_STARTED: "transfer.started",
  /** A file was read or written in the background, or cannot be. Payload `TransferChanged`. Since 0.1.0. */
  TRANSFER_FINISHED: "transfer.finished",
  /** The operator set a rule, for everybody or for one seller. Payload `PolicyChanged`. Since 0.1.0. */
  POLICY_CHANGED: "policy.changed",
  /** A payout was handed to its provider. Payload `PayoutChanged`. Since 0.1.0. */
  PAYOUT_SUBMITTED: "payout.submitted",
  /** The provider paid the seller. Payload `PayoutChanged`. Since 0.1.0. */
  PAYOUT_PAID: "payout.paid",
  /** A payout failed for certain; its money is available again. Payload `PayoutChanged`. Since 0.1.0. */
  PAYOUT_FAILED: "payout.failed",
  /** A paid payout came back; its money is available again. Payload `PayoutChanged`. Since 0.1.0. */
  PAYOUT_RETURNED: "payout.returned",
  /** A payment service took an order's money for a dispute. Payload `DisputeChanged`. Since 0.1.0. */
  DISPUTE_OPENED: "dispute.opened",
  /** A dispute was won: its money is back. Payload `DisputeChanged`. Since 0.1.0. */
  DISPUTE_WON: "dispute.won",
  /** A dispute was lost: its money stays gone. Payload `DisputeChanged`. Since 0.1.0. */
  DISPUTE_LOST: "dispute.lost",
  /** A seller's month was frozen under a number. Payload `SellerStatementIssued`. Since 0.1.0. */
  SELLER_STATEMENT_ISSUED: "seller_statement.issued",
  /** A seller's payouts go to another account, or to none any more; its owners are told. Payload `PayoutAccountChanged`. Since 0.1.0. */
  PAYOUT_ACCOUNT_CHANGED: "payout_account.changed",
  /** A provider lets a seller be paid, or does not any more. Payload `PayoutAccountStatusChanged`. Since 0.1.0. */
  PAYOUT_ACCOUNT_STATUS_CHANGED: "payout_account.status_changed",
  /** An operator made a commission rule. Payload `CommissionRuleSaved`. Since 0.1.0. */
  COMMISSION_RULE_CREATED: "commission_rule.created",
  /** A commission rule, or the default rule, says something else now. Payload `CommissionRuleSaved`. Since 0.1.0. */
  COMMISSION_RULE_UPDATED: "commission_rule.updated",
  /** A commission rule left the tariff. Payload `CommissionRuleDeleted`. Since 0.1.0. */
  COMMISSION_RULE_DELETED: "commission_rule.deleted",
} as const

export type MarketplaceEvent =
  (typeof MarketplaceEvents)[keyof typeof MarketplaceEvents]

export type OrderSetPlaced = { id: string }

export type OrderSetFailed = { id: string }

/** Every product whose status was flipped; read the products to see the way. */
export type ProductsVisibilityChanged = { ids: string[] }

/** `id`: the seller's. */
export type SellerRegistered = { id: string; request_id: string }

/** `id`: the seller's. One event per row of the transition table that was taken. */
export type SellerStatusChanged = {
  id: string
  from: SellerStatus
  to: SellerStatus
  reason: string | null
}

/** `id`: the seller's. */
export type SellerUpdated = { id: string }

/** `id`: the transfer's. */
export type TransferStarted = { id: string; kind: string; seller_id: string }
export type TransferChanged = TransferStarted & { status: string }

/** `id`: the alert's. */
export type SellerDocumentExpiring = {
  id: string
  seller_id: string
  document_id: string
}

/** `id`: the document's. */
export type SellerDocumentExpired = {
  id: string
  seller_id: string | null
  kind: string | null
}

/** `id`: the seller's; `from` and `to`: members. */
export type SellerOwnershipTransferred = {
  id: string
  from: string
  to: string
}

/** `id`: the invite's. The token is in no event. */
export type SellerInviteChanged = { id: string; seller_id: string }
export type SellerInviteAccepted = SellerInviteChanged & { member_id: string }

/** `id`: the member's. */
export type MemberRoleChanged = {
  id: string
  seller_id: string
  role_id: string
}
export type MemberRemoved = { id: string; seller_id: string }

export type RequestSubmitted = {
  id: string
  kind: string
  seller_id: string | null
}
export type RequestDecided = RequestSubmitted

/** `id`: the review's; `seller_id`: null for the operator's goods. */
export type ReviewChanged = { id: string; seller_id: string | null }

/** `id`: the alert's; it is another one when it happens again. Emitted at least once. */
export type StockLow = {
  id: string
  seller_id: string
  inventory_item_id: string
  location_id: string
}
export type BalanceBelowFloor = {
  id: string
  seller_id: string
  currency_code: string
}
/** `name`: of the health check; `count`: how many rows are wrong. */
export type InvariantViolated = { id: string; name: string; count: number }

/** `id`: the decision's; `until`: ISO time, null when payouts go on. */
export type PayoutHoldChanged = {
  id: string
  seller_id: string
  until: string | null
}

/** `seller_id`: null when it holds for everybody. */
export type PolicyChanged = {
  id: string
  name: string
  seller_id: string | null
}

/** Emitted at least once: a repeat carries the same payload. */
export type PayoutChanged = { id: string; seller_id: string }

/** Emitted at least once. `seller_id` is `null` for the operator's own goods. */
export type DisputeChanged = {
  id: string
  seller_id: string | null
  order_id: string
}

/** Emitted at least once. `period` is a month, e.g. `2026-11`. */
export type SellerStatementIssued = {
  id: string
  seller_id: string
  number: string
  period: string
}

/** `id`: the account's. Emitted at least once. */
export type PayoutAccountChanged = { id: string; seller_id: string }

/** Emitted at least once: read the account for what is so now. */
export type PayoutAccountStatusChanged = PayoutAccountChanged & {
  status: PayoutAccountStatus
}

/** `version` counts the changes of this rule, the first being 1. */
export type CommissionRuleSaved = { id: string; version: number }

export type CommissionRuleDeleted = { id: string }
