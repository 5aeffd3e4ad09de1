import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { minorDigits } from "../../money/scale"
import { toMinorUnits } from "../../money/minor-units"
import { PayoutSender } from "./payout-sender"
import type { DuePage, DueSeller } from "./payouts/due"
import type { ClaimedMessage } from "./payouts/outbox"
import { claimOutbox, finishOutbox } from "./payouts/outbox"
import type { Reservation } from "./payouts/reserve"
import type { EventCursor } from "./payouts/inbox"
import type { RunFailure } from "./payouts/runs"

export type { PayoutNews } from "./payout-sender"

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

/** Sellers that a run looks at, and reserves in one transaction. */
const batch = 100

/**
 * The books and the payouts, one database transaction apart from every
 * provider: a payout is claimed, then sent, then recorded.
 */
export class PayoutModuleService extends PayoutSender {
  /**
   * Reserves a payout for every seller that is due, a page of sellers in one
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
    const reserved = await this.reserveAll(page.due, failures, (due) => ({
      ...this.reservationOf(due),
      ...{ created_by, run_id },
    }))
    const passed = page.seen - reserved.length - failures.length
    const progress = { reserved: reserved.length, passed, failures }
    await this.addProgress_(run_id, progress)
    run.payout_ids.push(...reserved)
    run.failed.push(...failures)
  }

  /** Together; when that fails each by itself, so that a bad one keeps nobody waiting. */
  private async reserveAll(
    due: DueSeller[],
    failures: RunFailure[],
    reservationOf: (due: DueSeller) => Reservation
  ): Promise<string[]> {
    try {
      return await this.reserve_(due.map(reservationOf))
    } catch (error) {
      const [only, ...others] = due
      if (only && !others.length) {
        const { seller_id, currency_code } = only
        failures.push({ seller_id, currency_code, error: String(error) })
        return []
      }
    }
    const reserved: string[] = []
    for (const one of due) {
      reserved.push(...(await this.reserveAll([one], failures, reservationOf)))
    }
    return reserved
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
}
