import { PayoutDesk } from "./payout-desk"
import type { CallOutcome } from "./payouts/ask-or-send"
import { askOrSend, within } from "./payouts/ask-or-send"
import type { Claim } from "./payouts/claim"
import { grouped, inLanes, permits } from "./payouts/lanes"
import type { PayoutRow } from "./payouts/payout-rows"
import { instructionOf } from "./payouts/payout-rows"
import type { Settlement } from "./payouts/settle"

/** What one turn found out about a payout. */
export type PayoutNews = {
  payout_id: string
  status: Settlement["status"]
  /** It could not be recorded, or the provider did not answer: it is asked for again. */
  error?: string
}

const longestRetrySeconds = 3600
/** A submitted payout is asked for this many times less often than an unclear one. */
const submittedPatience = 40

/** Sends payouts: many calls at once, few transactions, none of them around a call. */
export class PayoutSender extends PayoutDesk {
  /** Of the whole process: runs and sweepers may send side by side. */
  private readonly inTurn = permits(this.options.payoutCallsAtOnce)

  /**
   * Sends every payout that waits, is unclear, or was left by a dead process.
   * Each is claimed, then its provider is called outside any transaction, then
   * the answer is recorded; whoever dies between leaves it to the next caller,
   * who asks the provider before sending again. `payoutCallsAtOnce` are under
   * way at a time, and claims and records that meet share a transaction.
   *
   * @param only - These payouts, once each; without it until none is due.
   */
  async sendPayouts(only?: string[]): Promise<PayoutNews[]> {
    if (!only) {
      await this.endMisdirected_()
    }
    const claim = grouped(async (ids: (string | undefined)[]) => {
      const found = await this.claimFor(ids)
      return only
        ? ids.map((id) => found.find((one) => one.id === id))
        : ids.map((_, index) => found[index])
    })
    const record = grouped((all: Settlement[]) => this.record(all))
    return await this.inLanes(only, async (id) => {
      const claimed = await claim(id)
      return claimed && (await this.send(claimed, record))
    })
  }

  /** {@link sendPayouts} for one. @returns nothing when none is due. */
  async sendNextPayout(payout_id?: string): Promise<PayoutNews | undefined> {
    const [claimed] = await this.claimFor([payout_id])
    return claimed && (await this.send(claimed, (one) => this.recordOne(one)))
  }

  /**
   * Asks providers what became of the submitted payouts that are due for it.
   *
   * @param only - These payouts, once each; without it until none is due.
   */
  async checkSubmitted(only?: string[]): Promise<PayoutNews[]> {
    const againSeconds = this.patience(0, "submitted")
    const claim = grouped(async (ids: (string | undefined)[]) => {
      const payout_ids = only && ids.flatMap((id) => id ?? [])
      const found = await this.claimSubmitted_({
        ...{ againSeconds, limit: ids.length, payout_ids },
      })
      return only
        ? ids.map((id) => found.find((one) => one.id === id))
        : ids.map((_, index) => found[index])
    })
    const record = grouped((all: Settlement[]) => this.record(all))
    return await this.inLanes(only, async (id) => {
      const payout = await claim(id)
      return payout && (await this.check(payout, record))
    })
  }

  private async inLanes(
    only: string[] | undefined,
    work: (id?: string) => Promise<PayoutNews | undefined>
  ): Promise<PayoutNews[]> {
    return await inLanes(
      this.options.payoutCallsAtOnce,
      only,
      async (id) => await this.inTurn(async () => await work(id))
    )
  }

  private async claimFor(ids: (string | undefined)[]): Promise<Claim[]> {
    // Time for the question, the call and the record.
    const leaseSeconds = 3 * this.options.payoutCallTimeoutSeconds
    const wanted = ids.flatMap((id) => id ?? [])
    return await this.claim_({
      ...{ leaseSeconds, limit: ids.length },
      payout_ids: wanted.length ? wanted : undefined,
    })
  }

  private async send(
    claim: Claim,
    record: (news: Settlement) => Promise<string | undefined>
  ): Promise<PayoutNews> {
    const outcome = await this.outcomeOf(claim)
    const error = await record({
      payout_id: claim.id,
      attempt: claim.attempt,
      ...outcome,
      checkInSeconds: this.patience(claim.attempt, outcome.status),
    })
    return newsOf(claim.id, error ? "unknown" : outcome.status, error)
  }

  private async outcomeOf(claim: Claim): Promise<CallOutcome> {
    const timeout = this.options.payoutCallTimeoutSeconds
    try {
      const provider = this.payoutProvider(claim.provider_id)
      return await askOrSend(provider, claim, timeout)
    } catch (error) {
      // Its provider was taken out of the options: nobody can say what became of it.
      return { status: "unknown", reason: String(error) }
    }
  }

  private async check(
    payout: PayoutRow,
    record: (news: Settlement) => Promise<string | undefined>
  ): Promise<PayoutNews> {
    try {
      const found = await within(
        this.options.payoutCallTimeoutSeconds,
        (signal) =>
          this.payoutProvider(payout.provider_id).lookUp(
            instructionOf(payout),
            signal
          )
      )
      if (!found) {
        return newsOf(payout.id, "submitted")
      }
      const error = await record({ payout_id: payout.id, ...found })
      return newsOf(payout.id, error ? "submitted" : found.status, error)
    } catch (error) {
      return newsOf(payout.id, "submitted", String(error))
    }
  }

  /** Together; when that fails each by itself. @returns of each why it could not be recorded. */
  private async record(all: Settlement[]): Promise<(string | undefined)[]> {
    try {
      await this.settle_(all)
      return all.map(() => undefined)
    } catch {
      const errors: (string | undefined)[] = []
      for (const one of all) {
        errors.push(await this.recordOne(one))
      }
      return errors
    }
  }

  private async recordOne(one: Settlement): Promise<string | undefined> {
    try {
      await this.settle_([one])
      return undefined
    } catch (error) {
      return String(error)
    }
  }

  /** Seconds until the provider is asked (again). */
  private patience(attempt: number, status: Settlement["status"]): number {
    const { payoutRetrySeconds } = this.options
    const factor =
      status === "submitted" ? submittedPatience : 2 ** Math.min(attempt, 10)
    return Math.min(payoutRetrySeconds * factor, longestRetrySeconds)
  }
}

function newsOf(
  payout_id: string,
  status: PayoutNews["status"],
  error?: string
): PayoutNews {
  return error === undefined
    ? { payout_id, status }
    : { payout_id, status, error }
}
