import type Stripe from "stripe"
import type { PayoutProviderEvent, PayoutResult } from "../../payout-provider"
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
  const occurred_at = new Date(event.created * 1000).toISOString()
  switch (event.type) {
    case "account.updated":
      return {
        ...{ event_id, type: "account", occurred_at },
        state: stateOf(event.data.object),
      }
    case "account.application.deauthorized":
      return event.account
        ? {
            ...{ event_id, type: "account", occurred_at },
            state: deauthorized(event.account),
          }
        : { event_id, type: "ignored" }
    case "payout.failed":
      // The money lies in the seller's own balance at Stripe: its bank refused it.
      return event.account
        ? {
            ...{ event_id, type: "account", occurred_at },
            state: {
              provider_account_id: event.account,
              status: "restricted",
              requirements: [event.data.object.failure_code ?? "payout_failed"],
            },
          }
        : { event_id, type: "ignored" }
    case "transfer.created":
    case "transfer.updated":
    case "transfer.reversed": {
      const { metadata } = event.data.object
      const payout_id = metadata.payout_id
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
