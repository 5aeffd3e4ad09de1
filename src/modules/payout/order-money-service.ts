import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { LedgerService } from "./ledger-service"
import { postOne } from "./ledger/post"
import type {
  Captures,
  OrderCapture,
  ParentCapture,
} from "./ledger/record-capture"
import { recordCaptures } from "./ledger/record-capture"
import type { CreditReturn, OrderCredit } from "./ledger/record-credit"
import { recordCredit, recordCreditReturned } from "./ledger/record-credit"
import type {
  DisputeEvent,
  OrderRefund,
  RefundPolicy,
} from "./ledger/record-refund"
import { recordDispute, recordRefund } from "./ledger/record-refund"
import type { EarningsRelease } from "./ledger/release-earnings"
import { freeReserve, releaseEarnings } from "./ledger/release-earnings"
import { shareCancelledLegs } from "./postings/sales"
import type { Posted } from "./types"

type ParentMoney = { provider_id: string; currency_code: string } & {
  amount: bigint
}

/** What happens to an order's money, as postings. */
export class OrderMoneyService extends LedgerService {
  /**
   * Payments were captured, and orders' shares of them: sellers, commission and
   * tax get their parts by the orders' settlement lines. All or none.
   *
   * @param captures - Each once; those of one order in the order in which they were made.
   * @returns one answer for each, the payments' first.
   * @throws MedusaError NOT_FOUND when an order has no settlement lines.
   */
  @InjectTransactionManager()
  async recordCaptures(
    captures: Captures,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted[]> {
    return await recordCaptures(context, captures)
  }

  /** The payment of a whole set was captured. */
  async recordParentCapture(capture: ParentCapture): Promise<Posted> {
    return await this.postCaptured({ parents: [capture], captures: [] })
  }

  /** One order's share was captured. @throws MedusaError NOT_FOUND when the order has no settlement lines. */
  async recordCapture(capture: OrderCapture): Promise<Posted> {
    return await this.postCaptured({ parents: [], captures: [capture] })
  }

  private async postCaptured(captures: Captures): Promise<Posted> {
    const [posted] = await this.recordCaptures(captures)
    return posted ?? { id: "", posted: false }
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
    return await recordRefund(context, refund, this.refundPolicy())
  }

  /**
   * What an order costs beyond its buyer's money: the platform pays its seller,
   * the commission and the tax for credit that was used, and for goods that its
   * promotions made free.
   *
   * @throws MedusaError NOT_FOUND when the order has no settlement lines.
   */
  @InjectTransactionManager()
  async recordCredit(
    credit: OrderCredit,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await recordCredit(context, credit)
  }

  /**
   * Credit goes back to the platform: of a cancelled order all of it, of goods
   * that came back what no money was left to refund.
   *
   * @returns nothing when nothing goes back.
   */
  @InjectTransactionManager()
  async recordCreditReturned(
    back: CreditReturn,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted | undefined> {
    return await recordCreditReturned(context, back, this.refundPolicy())
  }

  private refundPolicy(): RefundPolicy {
    const { refundCommission, refundFeePercent, refundLiability } = this.options
    return {
      commission: {
        policy: refundCommission,
        keptBasisPoints: BigInt(Math.round(refundFeePercent * 100)),
      },
      liability: refundLiability,
    }
  }

  /** A payment service took disputed money or a fee, or gave it back. */
  @InjectTransactionManager()
  async recordDispute(
    dispute: DisputeEvent,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Posted> {
    return await recordDispute(context, dispute, this.options.disputeLiability)
  }
}
