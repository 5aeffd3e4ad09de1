import type Stripe from "stripe"
import type {
  PayoutAccountState,
  PayoutProviderEvent,
  PayoutResult,
} from "../../payout-provider"
import { deauthorized, stateOf } from "./account-state"

/** A transfer moves the money at once; only a reversal of all of it takes it back. */
export function resultOf(transfer: Stripe.Transfer): PayoutResult {
  const { id, reversed } = transfer
  return reversed
    ? { status: "returned", provider_ref: id, reason: "Reversed at Stripe" }
    : { status: "paid", provider_ref: id }
}

/** What a verified event of Stripe says; most say nothing to us. */
export function eventOf(event: Stripe.Event): PayoutProviderEvent {
  const event_id = event.id
  switch (event.type) {
    case "account.updated":
      return accountEvent(event, stateOf(event.data.object))
    case "account.application.deauthorized":
      return accountEvent(
        event,
        event.account ? deauthorized(event.account) : undefined
      )
    case "payout.failed":
      // The money lies in the seller's own balance at Stripe: its bank refused it.
      return accountEvent(
        event,
        event.account
          ? {
              provider_account_id: event.account,
              status: "restricted",
              requirements: [event.data.object.failure_code ?? "payout_failed"],
            }
          : undefined
      )
    case "transfer.created":
    case "transfer.updated":
    case "transfer.reversed": {
      const { payout_id } = event.data.object.metadata
      return payout_id
        ? {
            ...{ event_id, type: "payout", payout_id },
            result: resultOf(event.data.object),
          }
        : { event_id, type: "ignored" }
    }
    default:
      return { event_id, type: "ignored" }
  }
}

/** Events come in any order; each says when it was so. */
function accountEvent(
  { id, created }: Stripe.Event,
  state: PayoutAccountState | undefined
): PayoutProviderEvent {
  const event_id = id
  const occurred_at = new Date(created * 1000).toISOString()
  return state
    ? { event_id, type: "account", state, occurred_at }
    : { event_id, type: "ignored" }
}
