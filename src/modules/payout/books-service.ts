import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import type { AdjustmentLine, AdjustmentSearch } from "./books/adjustments"
import { readAdjustment, searchAdjustments } from "./books/adjustments"
import type { PayoutHold, SellerBalance } from "./books/balances"
import { readBalances, readHold } from "./books/balances"
import type { DecisionLine, NewDecision } from "./books/decisions"
import { keepDecision, searchDecisions } from "./books/decisions"
import type {
  DisputeFee,
  DisputeLine,
  DisputeOutcome,
  DisputeSearch,
  NewDispute,
} from "./books/disputes"
import {
  chargeDisputeFee,
  closeDispute,
  openDispute,
  searchDisputes,
} from "./books/disputes"
import type { LedgerLine, LedgerSearch } from "./books/ledger-lines"
import { searchLedger } from "./books/ledger-lines"
import type { Found, Page } from "./books/pages"
import type { SellerReleaseTerms } from "./books/release-terms"
import { readReleaseTerms, saveReleaseTerms } from "./books/release-terms"
import { setFloor } from "./ledger/floor"
import { OrderMoneyService } from "./order-money-service"
import { holdAccount } from "./payouts/accounts"
import type {
  Statement,
  StatementRow,
  StatementSearch,
} from "./statements/find-statements"
import {
  findDueStatements,
  readStatement,
  searchStatements,
} from "./statements/find-statements"
import type { DueStatement, NewStatement } from "./statements/issue-statement"
import { issueStatement } from "./statements/issue-statement"

/** Who decided something about a seller's money, and why. */
export type DecisionBy = Pick<
  NewDecision,
  "seller_id" | "reason" | "created_by"
>

/**
 * What people read of the books, and what an operator decides beside the
 * ledger. Amounts that come out are minor units as decimal text.
 */
export class BooksService extends OrderMoneyService {
  /** What a seller has, per currency, and whether its payouts are held. */
  @InjectTransactionManager()
  async readBalances(
    seller_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ balances: SellerBalance[]; hold: PayoutHold | null }> {
    return {
      balances: await readBalances(context, seller_id),
      hold: await readHold(context, seller_id),
    }
  }

  /** The entries of one seller's accounts, a page of them. */
  @InjectTransactionManager()
  async searchLedger(
    search: LedgerSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Found<LedgerLine>> {
    return await searchLedger(context, search)
  }

  @InjectTransactionManager()
  async searchAdjustments(
    search: AdjustmentSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Found<AdjustmentLine>> {
    return await searchAdjustments(context, search)
  }

  /** @throws MedusaError NOT_FOUND */
  @InjectTransactionManager()
  async readAdjustment(
    id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<AdjustmentLine> {
    return await readAdjustment(context, id)
  }

  /**
   * Keeps a dispute with the posting that takes its money.
   *
   * @returns its id.
   * @throws MedusaError NOT_FOUND, INVALID_DATA above what was captured, DUPLICATE_ERROR for a known reference.
   */
  @InjectTransactionManager()
  async openDispute(
    dispute: NewDispute,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string> {
    return await openDispute(context, dispute, this.options.disputeLiability)
  }

  /** Charges the service's fee for a dispute, once; it stays also when the dispute is won. */
  @InjectTransactionManager()
  async chargeDisputeFee(
    fee: DisputeFee,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await chargeDisputeFee(context, fee)
  }

  /** Ends a dispute; the same end twice changes nothing. @throws MedusaError NOT_ALLOWED when it ended otherwise. */
  @InjectTransactionManager()
  async closeDispute(
    outcome: DisputeOutcome,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await closeDispute(context, outcome)
  }

  @InjectTransactionManager()
  async searchDisputes(
    search: DisputeSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Found<DisputeLine>> {
    return await searchDisputes(context, search)
  }

  /**
   * Stops a seller's payouts until a date, or lets them go on, and keeps who and why.
   *
   * @throws MedusaError NOT_FOUND when the seller has no payout account.
   */
  @InjectTransactionManager()
  async decideHold(
    { until, ...by }: DecisionBy & { until: Date | null },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string> {
    const { seller_id } = by
    const reason = until ? by.reason : null
    if (!(await holdAccount(context, { seller_id, until, reason }))) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Seller ${seller_id} has no payout account: there is nothing to hold yet`
      )
    }
    const kind = until ? "hold" : "end_hold"
    const details = { until: until?.toISOString() ?? null }
    return await keepDecision(context, { ...by, kind, details })
  }

  /** Sets how far `available` may fall before payouts stop, and keeps who and why. Minor units. */
  @InjectTransactionManager()
  async decideFloor(
    decision: DecisionBy & { currency_code: string; floor: bigint | null },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const { currency_code, floor, ...by } = decision
    await setFloor(context, { seller_id: by.seller_id, currency_code, floor })
    const details = { currency_code, floor: floor?.toString() ?? null }
    await keepDecision(context, { ...by, kind: "floor", details })
  }

  /** Sets where a seller's terms of release differ from the options, and keeps who and why. */
  @InjectTransactionManager()
  async decideReleaseTerms(
    { terms, ...by }: DecisionBy & { terms: SellerReleaseTerms },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await saveReleaseTerms(context, by.seller_id, terms)
    const details = { ...terms }
    await keepDecision(context, { ...by, kind: "release_terms", details })
  }

  /** All `null` when nothing differs. */
  @InjectTransactionManager()
  async readReleaseTerms(
    seller_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SellerReleaseTerms> {
    return await readReleaseTerms(context, seller_id)
  }

  @InjectTransactionManager()
  async searchDecisions(
    search: Page & { seller_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Found<DecisionLine>> {
    return await searchDecisions(context, search)
  }

  /** Months that are over and have none yet, one for each seller and currency: the first. */
  @InjectTransactionManager()
  async findDueStatements(
    search: Parameters<typeof findDueStatements>[1],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<DueStatement[]> {
    return await findDueStatements(context, search)
  }

  /**
   * Freezes one month of a seller in one currency under the next number.
   *
   * @returns its id, also when it was there; nothing when nothing was booked.
   * @throws MedusaError NOT_ALLOWED while the month goes on, or when an earlier one has none.
   */
  @InjectTransactionManager()
  async issueStatement(
    statement: NewStatement,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string | undefined> {
    return await issueStatement(context, statement)
  }

  @InjectTransactionManager()
  async searchStatements(
    search: StatementSearch,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Found<StatementRow>> {
    return await searchStatements(context, search)
  }

  /** @throws MedusaError NOT_FOUND, also for another seller's. */
  @InjectTransactionManager()
  async readStatement(
    of: { id: string; seller_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Statement> {
    return await readStatement(context, of)
  }
}
