import type { documentKinds } from "../../../modules/document/types"
import type { PayoutAccountStatus } from "../../../payout-provider"

/** What sellers and operators are told; `digest` gathers others. */
const workTemplates = [
  "application-received",
  "application-new",
  "seller-accepted",
  "seller-rejected",
  "seller-suspended",
  "seller-reactivated",
  "seller-invitation",
  "seller-member-invite",
  "member-joined",
  "member-removed",
  "request-new",
  "request-escalated",
  "request-accepted",
  "request-rejected",
  "order-new",
  "order-canceled",
  "return-requested",
  "return-received",
  "refund-booked",
  "payout-paid",
  "payout-failed",
  "payout-failed-operator",
  "payout-returned",
  "payout-account-changed",
  "payout-account-status",
  "statement-issued",
  "seller-terminated",
  "owner-changed",
  "member-invited",
  "return-asked",
  "return-escalated",
  "return-withdrawn",
  "return-refused",
  "review-new",
  "stock-low",
  "dispute-opened",
  "dispute-new",
  "dispute-won",
  "dispute-lost",
  "payout-hold",
  "payout-hold-ended",
  "floor-reached",
  "invariant-violated",
  "email-verification",
  "password-reset",
  "digest",
] as const

/** What sellers and operators are told of documents. */
const documentTemplates = ["document-expiring", "document-expired"] as const

/** What buyers are told. */
const buyerTemplates = [
  "purchase-confirmed",
  "order-shipped",
  "order-delivered",
  "purchase-canceled",
  "purchase-refunded",
  "return-accepted",
  "return-declined",
  "return-rejected",
  "review-answered",
] as const

/** Every text there is. */
export const templateNames = [
  ...workTemplates,
  ...documentTemplates,
  ...buyerTemplates,
] as const
export type TemplateName = (typeof templateNames)[number]

/**
 * One text in one language. `{name}` stands for what the data hold; a line
 * whose value is missing is left out.
 */
export type Words = {
  subject: string
  lines: string[]
  /** What the button to `{url}` says; without a url there is none. */
  action?: string
}

export type WorkTexts = Record<(typeof workTemplates)[number], Words>
export type DocumentTexts = Record<(typeof documentTemplates)[number], Words>
export type BuyerTexts = Record<(typeof buyerTemplates)[number], Words>

/** One language. */
export type Texts = {
  words: WorkTexts & DocumentTexts & BuyerTexts
  /** How the states of a payout account are called. */
  states: Record<PayoutAccountStatus, string>
  /** How documents are called that sellers hand in. */
  documents: Record<(typeof documentKinds)[number], string>
}
