import { MarketplaceEvents } from "../../../events"
import type { NoticeRule } from "../notice-rule"

const account = {
  facts: "seller",
  topic: "account",
  audience: "owners",
} as const
const disputes = {
  facts: "dispute",
  topic: "payouts",
  audience: "team",
  permission: "payouts:read",
} as const
const operator = { topic: "account", audience: "operator" } as const
const payouts = {
  facts: "payout",
  topic: "payouts",
  audience: "team",
  permission: "payouts:read",
} as const

/** Payouts, disputes and what an operator must look at. */
export const moneyRules: readonly NoticeRule[] = [
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_PAID,
    template: "payout-paid",
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_FAILED,
    template: "payout-failed",
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_FAILED,
    ...{ template: "payout-failed-operator", audience: "operator" },
  },
  {
    ...payouts,
    event: MarketplaceEvents.PAYOUT_RETURNED,
    template: "payout-returned",
  },
  {
    ...disputes,
    event: MarketplaceEvents.DISPUTE_OPENED,
    template: "dispute-opened",
  },
  {
    ...{ ...disputes, audience: "operator" },
    event: MarketplaceEvents.DISPUTE_OPENED,
    template: "dispute-new",
  },
  {
    ...disputes,
    event: MarketplaceEvents.DISPUTE_WON,
    template: "dispute-won",
  },
  {
    ...disputes,
    event: MarketplaceEvents.DISPUTE_LOST,
    template: "dispute-lost",
  },
  {
    ...payouts,
    ...{ event: MarketplaceEvents.PAYOUT_HOLD_CHANGED, facts: "payout-hold" },
    template: "payout-hold",
    only: ({ until }) => until !== null,
  },
  {
    ...payouts,
    ...{ event: MarketplaceEvents.PAYOUT_HOLD_CHANGED, facts: "payout-hold" },
    template: "payout-hold-ended",
    only: ({ until }) => until === null,
  },
  {
    ...{ ...operator, event: MarketplaceEvents.BALANCE_BELOW_FLOOR },
    ...{ facts: "debt", template: "floor-reached" },
  },
  {
    ...{ ...operator, event: MarketplaceEvents.INVARIANT_VIOLATED },
    ...{ facts: "invariant", template: "invariant-violated" },
  },
  {
    ...account,
    ...{ event: MarketplaceEvents.PAYOUT_ACCOUNT_CHANGED },
    ...{ facts: "payout-account", template: "payout-account-changed" },
  },
  {
    ...account,
    ...{ event: MarketplaceEvents.PAYOUT_ACCOUNT_STATUS_CHANGED },
    ...{ facts: "payout-account", template: "payout-account-status" },
  },
  {
    ...payouts,
    ...{ event: MarketplaceEvents.SELLER_STATEMENT_ISSUED },
    ...{ facts: "statement", template: "statement-issued" },
  },
]
