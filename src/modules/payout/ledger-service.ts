import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
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
import { postAll, postOne } from "./ledger/post"
import type { OrderCapture } from "./ledger/record-capture"
import { recordCapture } from "./ledger/record-capture"
import type { DisputeEvent, OrderRefund } from "./ledger/record-refund"
import { recordDispute, recordRefund } from "./ledger/record-refund"
import type { EarningsRelease } from "./ledger/release-earnings"
import { freeReserve, releaseEarnings } from "./ledger/release-earnings"
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
import { captureParentLegs, shareCancelledLegs } from "./postings/sales"
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
  @InjectTransactionManager()
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

  /** The payment of a whole set was captured. */
  @InjectTransactionManager()
  async recordParentCapture(
    capture: ParentMoney & { capture_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await postOne(context, {
      kind: "capture_parent",
      reference_type: "capture",
      reference_id: capture.capture_id,
      currency_code: capture.currency_code,
      legs: captureParentLegs(capture.provider_id, capture.amount),
    })
  }

  /**
   * One order's share was captured: its seller, the commission and the tax get
   * their parts by the order's settlement lines.
   *
   * @throws MedusaError NOT_FOUND when the order has no settlement lines.
   */
  @InjectTransactionManager()
  async recordCapture(
    capture: OrderCapture,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await recordCapture(context, capture)
  }

  /** A captured payment gave the share of a cancelled, never captured order back to the buyer. */
  @InjectTransactionManager()
  async recordShareCancelled(
    share: ParentMoney & { order_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await postOne(context, {
      kind: "share_cancelled",
      reference_type: "order",
      reference_id: share.order_id,
      order_id: share.order_id,
      currency_code: share.currency_code,
      legs: shareCancelledLegs(share.provider_id, share.amount),
    })
  }

  /**
   * Makes an order's pending earnings payable; a part of them may be kept back.
   *
   * @returns nothing when nothing is pending.
   */
  @InjectTransactionManager()
  async releaseEarnings(
    release: EarningsRelease,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted | undefined> {
    return await releaseEarnings(context, release)
  }

  /** Frees what a release kept back. */
  @InjectTransactionManager()
  async freeReserve(
    release: Pick<EarningsRelease, "order_id" | "part">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted | undefined> {
    return await freeReserve(context, release)
  }

  /**
   * A buyer got money back: tax, commission and the seller's earnings shrink by
   * what earlier refunds left of them. Pending money is used before available.
   *
   * @throws MedusaError INVALID_DATA when more comes back than the lines have left.
   */
  @InjectTransactionManager()
  async recordRefund(
    refund: OrderRefund,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await recordRefund(context, refund, {
      commission: {
        policy: this.options.refundCommission,
        keptBasisPoints: BigInt(
          Math.round(this.options.refundFeePercent * 100)
        ),
      },
      liability: this.options.refundLiability,
    })
  }

  /** A payment service took disputed money or a fee, or gave it back. */
  @InjectTransactionManager()
  async recordDispute(
    dispute: DisputeEvent,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await recordDispute(context, dispute, this.options.disputeLiability)
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

type ParentMoney = { provider_id: string; currency_code: string } & {
  amount: bigint
}

refuseGeneratedWrites(LedgerService, Object.keys(moneyModels))
