import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { MarketplaceOptions } from "../../options"
import { parseOptions } from "../../options"
import type { AdjustmentStatus, Decision, NewAdjustment } from "./ledger/adjust"
import { decideAdjustment, proposeAdjustment } from "./ledger/adjust"
import type { Invariant, Violation } from "./ledger/invariants"
import { findViolations, invariants } from "./ledger/invariants"
import type { SellerFloor } from "./ledger/floor"
import { setFloor } from "./ledger/floor"
import { postAll } from "./ledger/post"
import type { Reversal } from "./ledger/reverse"
import { reverseTransaction } from "./ledger/reverse"
import {
  findSettledOrder,
  forgetLines,
  freezeLines,
  type NewSettlementLine,
  type SettledOrder,
} from "./ledger/settlement-rows"
import { Dispute } from "./models/dispute"
import { EarningsReserve } from "./models/earnings-reserve"
import { LedgerAdjustment } from "./models/ledger-adjustment"
import { OrderEarnings } from "./models/order-earnings"
import { OutboxMessage } from "./models/outbox-message"
import { Payout } from "./models/payout"
import { PayoutAccount } from "./models/payout-account"
import { PayoutDecision } from "./models/payout-decision"
import { PayoutFile } from "./models/payout-file"
import { PayoutReportLine } from "./models/payout-report-line"
import { PayoutRun } from "./models/payout-run"
import { PayoutItem } from "./models/payout-item"
import { ProviderEvent } from "./models/provider-event"
import { LedgerAccount } from "./models/ledger-account"
import { LedgerEntry } from "./models/ledger-entry"
import { LedgerTransaction } from "./models/ledger-transaction"
import { RefundAllocation } from "./models/refund-allocation"
import { ReleaseTerms } from "./models/release-terms"
import { SellerStatement } from "./models/seller-statement"
import { SettlementLine } from "./models/settlement-line"
import { refuseGeneratedWrites } from "./refuse-writes"
import type { Posted, Posting } from "./types"

const moneyModels = {
  LedgerAccount,
  LedgerTransaction,
  LedgerEntry,
  LedgerAdjustment,
  SettlementLine,
  RefundAllocation,
  Payout,
  PayoutItem,
  PayoutRun,
  PayoutFile,
  PayoutReportLine,
  ProviderEvent,
  OutboxMessage,
  OrderEarnings,
  EarningsReserve,
  ReleaseTerms,
  Dispute,
  PayoutDecision,
  SellerStatement,
}

/**
 * The books: who is owed what, and why. Amounts are bigint minor units; above
 * zero the platform owes the account's owner. Every method that writes does so
 * in one database transaction and is harmless when repeated.
 */
export class LedgerService extends MedusaService({
  ...moneyModels,
  PayoutAccount,
}) {
  readonly options: MarketplaceOptions

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps)
    this.options = parseOptions(options)
  }

  /**
   * Writes ledger transactions, all or none; those that stand already are left alone.
   *
   * @returns one answer per posting, in the same order.
   * @throws MedusaError INVALID_DATA when legs do not sum to zero; UNEXPECTED_STATE when a posting stands with other legs.
   */
  @InjectTransactionManager()
  async post(
    postings: Posting[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted[]> {
    return await postAll(context, postings)
  }

  /**
   * Mirrors a transaction, once.
   *
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED for refunds and payouts, which have their own way back.
   */
  @InjectTransactionManager()
  async reverse(
    reversal: Reversal,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await reverseTransaction(context, reversal)
  }

  /** Freezes what each line is worth to whom, in one statement. @returns how many lines were new. */
  @InjectManager()
  async freezeSettlementLines(
    lines: NewSettlementLine[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    return await freezeLines(context, lines)
  }

  /** An order's lines and what refunds took of them; nothing when none are frozen. */
  @InjectTransactionManager()
  async findSettledOrder(
    orderId: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SettledOrder | undefined> {
    return await findSettledOrder(context, orderId)
  }

  /** Takes back the lines of orders that came to nothing; the database keeps those of orders with money. */
  @InjectTransactionManager()
  async forgetSettlementLines(
    orderIds: string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await forgetLines(context, orderIds)
  }

  /**
   * Gives a seller money, or takes it: at once when it is small, else once a
   * second person agrees.
   *
   * @throws MedusaError INVALID_DATA without amount, reason or author.
   */
  @InjectTransactionManager()
  async proposeAdjustment(
    adjustment: NewAdjustment,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ id: string; status: AdjustmentStatus }> {
    const { adjustmentApprovalAbove } = this.options
    return await proposeAdjustment(context, adjustment, adjustmentApprovalAbove)
  }

  /**
   * Posts or drops a proposed adjustment.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED when its author accepts it, or it is decided otherwise already.
   */
  @InjectTransactionManager()
  async decideAdjustment(
    decision: Decision,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<AdjustmentStatus> {
    return await decideAdjustment(context, decision)
  }

  /**
   * Sets how far a seller's `available` may fall before all its payouts stop.
   * @param floor - Minor units, e.g. -5000n; `null`: as far as it likes.
   */
  @InjectTransactionManager()
  async setFloor(
    floor: SellerFloor,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await setFloor(context, floor)
  }

  /** Rows that break what must hold about the books, at most a hundred of each; none when they are right. */
  @InjectTransactionManager()
  async checkInvariants(
    names: readonly Invariant[] = invariants,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Violation[]> {
    return names.length ? await findViolations(context, names) : []
  }
}

refuseGeneratedWrites(LedgerService, Object.keys(moneyModels))
