import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { minorDigits } from "../../money/scale"
import { toMinorUnits } from "../../money/minor-units"
import { PayoutDesk } from "./payout-desk"
import { askOrSend, within } from "./payouts/ask-or-send"
import type { DuePage, DueSeller } from "./payouts/due"
import type { ClaimedMessage } from "./payouts/outbox"
import { claimOutbox, finishOutbox } from "./payouts/outbox"
import { instructionOf } from "./payouts/payout-rows"
import type { Reservation } from "./payouts/reserve"
import type { EventCursor } from "./payouts/inbox"
import type { RunFailure } from "./payouts/runs"
import type { Settlement } from "./payouts/settle"

/** What one run reserved. Sellers that could not be reserved keep nobody else waiting. */
export type PayoutRun = {
  /** The run's own row; absent when nobody was due. */
  id?: string
  payout_ids: string[]
  failed: RunFailure[]
}

/** Whom a run pays. */
export type RunQuery = {
  /** One seller, whatever its schedule says. */
  seller_id?: string
  currency_code?: string
  created_by?: string
  now?: Date
}

/** What one turn found out about a payout. */
export type PayoutNews = { payout_id: string; status: Settlement["status"] }

/** Sellers that a run looks at, and reserves at once. */
const batch = 200
const lanes = 4
const longestRetrySeconds = 3600
/** A submitted payout is asked for this many times less often than an unclear one. */
const submittedPatience = 40

/**
 * The books and the payouts, one database transaction apart from every
 * provider: a payout is claimed, then sent, then recorded.
 */
export class PayoutModuleService extends PayoutDesk {
  /**
   * Reserves a payout for every seller that is due, each in its own
   * transaction; `seller_id` pays one seller whatever its schedule. Running it
   * again, or twice at once, reserves nothing twice. A row of the run counts
   * along, so that others see how far it is.
   */
  async reserveDuePayouts(query: RunQuery = {}): Promise<PayoutRun> {
    const { created_by, now = new Date(), ...of } = query
    const run: PayoutRun = { payout_ids: [], failed: [] }
    const due = await this.countCandidates_(of)
    const retryLimit = this.options.payoutFailedRetryLimit
    let after: DuePage["next"]
    do {
      const page = await this.findDue_({
        ...of,
        ...{ now, retryLimit, limit: batch, after },
      })
      after = page.next
      if (page.due.length) {
        run.id ??= await this.beginRun_({ ...of, created_by, due })
        await this.reserveBatch(page, { ...query, run, run_id: run.id })
      }
    } while (after)
    if (run.id) {
      await this.finishRun_(run.id)
    }
    return run
  }

  private async reserveBatch(
    page: DuePage,
    {
      run,
      run_id,
      created_by,
    }: { run: PayoutRun; run_id: string; created_by?: string }
  ): Promise<void> {
    const failures: RunFailure[] = []
    const reserved: string[] = []
    const waiting = [...page.due]
    const lane = async () => {
      for (let due = waiting.shift(); due; due = waiting.shift()) {
        try {
          const reservation = this.reservationOf(due)
          const id = await this.reserve_({ ...reservation, created_by, run_id })
          reserved.push(...(id ? [id] : []))
        } catch (error) {
          const { seller_id, currency_code } = due
          failures.push({ seller_id, currency_code, error: String(error) })
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const passed = page.seen - reserved.length - failures.length
    const progress = { reserved: reserved.length, passed, failures }
    await this.addProgress_(run_id, progress)
    run.payout_ids.push(...reserved)
    run.failed.push(...failures)
  }

  /**
   * Sends one payout: claims it, calls its provider outside any transaction,
   * records the answer. Whoever dies between leaves it to the next caller, who
   * asks the provider before sending again.
   *
   * @returns nothing when none is due.
   */
  async sendNextPayout(payout_id?: string): Promise<PayoutNews | undefined> {
    const timeout = this.options.payoutCallTimeoutSeconds
    // Time for the question, the call and the record.
    const leaseSeconds = 3 * timeout
    const claim = await this.claim_({ leaseSeconds, payout_id })
    if (!claim) {
      return undefined
    }
    const provider = this.payoutProvider(claim.provider_id)
    const outcome = await askOrSend(provider, claim, timeout)
    await this.settlePayout({
      payout_id: claim.id,
      attempt: claim.attempt,
      ...outcome,
      checkInSeconds: this.patience(claim.attempt, outcome.status),
    })
    return { payout_id: claim.id, status: outcome.status }
  }

  /**
   * Asks the provider what became of one submitted payout.
   *
   * @returns nothing when none is due for a question.
   */
  async checkNextSubmitted(
    payout_id?: string
  ): Promise<PayoutNews | undefined> {
    const againSeconds = this.patience(0, "submitted")
    const payout = await this.claimSubmitted_({ againSeconds, payout_id })
    if (!payout) {
      return undefined
    }
    const found = await within(
      this.options.payoutCallTimeoutSeconds,
      (signal) =>
        this.payoutProvider(payout.provider_id).lookUp(
          instructionOf(payout),
          signal
        )
    )
    if (found) {
      await this.settlePayout({ payout_id: payout.id, ...found })
    }
    return { payout_id: payout.id, status: found?.status ?? "submitted" }
  }

  /**
   * Verifies a provider's message and keeps it; only then may it be answered.
   *
   * @returns the id of its row; nothing when it was kept before.
   * @throws MedusaError UNAUTHORIZED when it is forged, NOT_FOUND for an unknown provider.
   */
  async receiveProviderEvent({
    provider_id,
    body,
    headers,
  }: {
    provider_id: string
    /** The raw body: a parsed one cannot be verified. */
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<string | undefined> {
    const provider = this.payoutProvider(provider_id)
    const event = await provider.readEvent({ body, headers })
    return await this.keepEvent_(provider_id, event)
  }

  /**
   * Does what kept messages say, each in its own transaction.
   *
   * @param only - The row of one message; without it all that wait.
   */
  async processProviderEvents(only?: string): Promise<{
    found: number
    mended: number
    failed: number
  }> {
    const counts = { found: 0, mended: 0, failed: 0 }
    const seen: EventCursor = { after: null, only }
    for (;;) {
      try {
        if (!(await this.processEvent_(seen))) {
          return counts
        }
        counts.mended += 1
      } catch (error) {
        counts.failed += 1
        await this.failEvent_(seen.after ?? "", String(error))
      }
      counts.found += 1
    }
  }

  /** Takes events that are to be emitted; what is not finished comes again after a minute. */
  @InjectTransactionManager()
  async claimOutbox(
    limit: number,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<ClaimedMessage[]> {
    return await claimOutbox(context, limit)
  }

  /** Marks events as emitted. */
  @InjectTransactionManager()
  async finishOutbox(
    ids: string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await finishOutbox(context, ids)
  }

  private reservationOf(due: DueSeller): Reservation {
    const { currency_code, provider_id } = due
    const { capabilities } = this.payoutProvider(provider_id)
    const minimum = Math.max(
      this.options.payoutMinimum,
      Number(due.minimum ?? 0)
    )
    return {
      ...due,
      minimum: toMinorUnits(minimum, minorDigits(currency_code)),
      quantum: capabilities.quantum(currency_code),
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
