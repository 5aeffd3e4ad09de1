import type Stripe from "stripe"
import type {
  PayoutAccountState,
  PayoutAccountStatus,
} from "../../payout-provider"

/** `active` only while Stripe lets transfers in and pays out to the bank. */
export function stateOf(account: Stripe.Account): PayoutAccountState {
  const { requirements, country, capabilities } = account
  const disabled = requirements?.disabled_reason ?? null
  const due = [
    ...(requirements?.past_due ?? []),
    ...(requirements?.currently_due ?? []),
    ...(disabled ? [disabled] : []),
  ]
  const isOpen = capabilities?.transfers === "active" && account.payouts_enabled
  const status: PayoutAccountStatus = isOpen
    ? "active"
    : disabled?.startsWith("rejected")
      ? "disabled"
      : account.details_submitted
        ? "restricted"
        : "pending"
  return {
    provider_account_id: account.id,
    status,
    requirements: [...new Set(due)],
    data: country ? { country: country.toUpperCase() } : {},
  }
}

/** The seller took our platform's access away. */
export function deauthorized(accountId: string): PayoutAccountState {
  return {
    provider_account_id: accountId,
    status: "disabled",
    requirements: ["deauthorized"],
  }
}
