import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { minorDigits } from "../../money/scale"
import { toMinorUnits } from "../../money/minor-units"
import { PayoutSteps } from "./payout-steps"
import { providerKey } from "./loaders/providers"
import { holdAccount } from "./payouts/accounts"
import { askOrSend, within } from "./payouts/ask-or-send"
import type { DueSeller } from "./payouts/due"
import type { ClaimedMessage } from "./payouts/outbox"
import { claimOutbox, finishOutbox } from "./payouts/outbox"
import { instructionOf } from "./payouts/payout-rows"
import type { PayoutAccountState, PayoutProvider } from "./payouts/provider"
import type { Reservation } from "./payouts/reserve"
import type { Settlement } from "./payouts/settle"
import { settlePayout } from "./payouts/settle"

/** What one run reserved. Sellers that could not be reserved keep nobody else waiting. */
export type PayoutRun = {
  payout_ids: string[]
  failed: { seller_id: string; currency_code: string; error: string }[]
}

/** What one turn found out about a payout. */
export type PayoutNews = { payout_id: string; status: Settlement["status"] }

const longestRetrySeconds = 3600
/** A submitted payout is asked for this many times less often than an unclear one. */
const submittedPatience = 40

/**
 * The books and the payouts, one database transaction apart from every
 * provider: a payout is claimed, then sent, then recorded.
 */
export class PayoutModuleService extends PayoutSteps {
  private readonly cradle: Record<string, unknown>

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps, options)
    this.cradle = deps
  }

  /**
   * Opens a seller's account with a provider, or asks how it stands. Another
   * destination than before holds the seller's payouts for some days.
   */
  async syncPayoutAccount(account: {
    seller_id: string
    provider_id: string
  }): Promise<PayoutAccountState> {
    const provider = this.payoutProvider(account.provider_id)
    const [known] = await this.listPayoutAccounts({ ...account })
    const state = await provider.account({
      seller_id: account.seller_id,
      provider_account_id: known?.provider_account_id ?? null,
    })
    await this.saveAccount_({ ...account, ...state })
    return state
  }

  /**
   * Stops a seller's payouts until a date; `until: null` lets them go on.
   *
   * @throws MedusaError NOT_FOUND when the seller has no payout account.
   */
  @InjectTransactionManager()
  async holdPayouts(
    hold: { seller_id: string; until: Date | null; reason: string | null },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    if (!(await holdAccount(context, hold))) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Seller ${hold.seller_id} has no payout account`
      )
    }
  }

  /**
   * Reserves a payout for every seller that is due, each in its own
   * transaction; `seller_id` pays one seller whatever its schedule. Running it
   * again, or twice at once, reserves nothing twice.
   */
  async reserveDuePayouts({
    seller_id,
    created_by,
    now = new Date(),
  }: {
    seller_id?: string
    created_by?: string
    now?: Date
  } = {}): Promise<PayoutRun> {
    const run: PayoutRun = { payout_ids: [], failed: [] }
    for (const due of await this.findDue_({ seller_id, now })) {
      try {
        const id = await this.reserve_(this.reservationOf(due, created_by))
        run.payout_ids.push(...(id ? [id] : []))
      } catch (error) {
        const { seller_id, currency_code } = due
        run.failed.push({ seller_id, currency_code, error: String(error) })
      }
    }
    return run
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
   * Records what became of a payout: status, posting and event in one
   * transaction.
   *
   * @returns whether it changed anything; late and repeated news do not.
   * @throws MedusaError NOT_FOUND
   */
  @InjectTransactionManager()
  async settlePayout(
    settlement: Settlement,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return await settlePayout(context, settlement)
  }

  /**
   * Verifies a provider's message and keeps it; only then may it be answered.
   *
   * @returns false when it was kept before.
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
  }): Promise<boolean> {
    const provider = this.payoutProvider(provider_id)
    const event = await provider.readEvent({ body, headers })
    return await this.keepEvent_(provider_id, event)
  }

  /** Does what kept messages say, each in its own transaction. */
  async processProviderEvents(): Promise<{
    found: number
    mended: number
    failed: number
  }> {
    const counts = { found: 0, mended: 0, failed: 0 }
    const seen: { after: string | null } = { after: null }
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

  private reservationOf(due: DueSeller, created_by?: string): Reservation {
    const { currency_code, provider_id } = due
    const { capabilities } = this.payoutProvider(provider_id)
    return {
      ...due,
      created_by,
      minimum: toMinorUnits(
        this.options.payoutMinimum,
        minorDigits(currency_code)
      ),
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

  private payoutProvider(id: string): PayoutProvider {
    try {
      return this.cradle[providerKey(id)] as PayoutProvider
    } catch {
      // The container throws a plain error for a name that it does not know.
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no payout provider "${id}": add it to the option payoutProviders`
      )
    }
  }
}
