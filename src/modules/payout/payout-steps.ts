import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type {
  PayoutAccountContext,
  PayoutOnboarding,
  PayoutProviderEvent,
  PayoutReportLine,
} from "../../payout-provider"
import { BooksService } from "./books-service"
import type { AccountRow, SavedAccount } from "./payouts/accounts"
import { beginAccount, saveAccount, saveOnboarding } from "./payouts/accounts"
import type { Claim, ClaimOptions } from "./payouts/claim"
import { claimPayouts, claimSubmitted } from "./payouts/claim"
import type { DuePage, DueQuery } from "./payouts/due"
import { countCandidates, findDueSellers } from "./payouts/due"
import type { FileRow } from "./payouts/files"
import { beginFile, readFile } from "./payouts/files"
import type { EventCursor } from "./payouts/inbox"
import { applyEvent, claimEvent, failEvent, keepEvent } from "./payouts/inbox"
import { endMisdirected } from "./payouts/misdirected"
import type { PayoutRow } from "./payouts/payout-rows"
import { readPayout } from "./payouts/payout-rows"
import type { KeptLine } from "./payouts/reports"
import { findFitting, keepLines, settleLine } from "./payouts/reports"
import type { Reservation } from "./payouts/reserve"
import { reservePayouts } from "./payouts/reserve"
import type { RunProgress } from "./payouts/runs"
import { addProgress, beginRun, finishRun } from "./payouts/runs"
import type { Settlement } from "./payouts/settle"
import { settlePayouts } from "./payouts/settle"

/**
 * The database's part of what the service does with providers: each method is
 * one transaction, committed before and after a provider is called.
 */
export class PayoutSteps extends BooksService {
  @InjectTransactionManager()
  protected async beginAccount_(
    account: {
      seller_id: string
      provider_id: string
      context: PayoutAccountContext
    },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<AccountRow> {
    return await beginAccount(context, account)
  }

  @InjectTransactionManager()
  protected async saveAccount_(
    account: Omit<SavedAccount, "holdDays"> & { seller_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const holdDays = this.options.payoutChangeHoldDays
    await saveAccount(context, { ...account, holdDays })
  }

  @InjectTransactionManager()
  protected async saveOnboarding_(
    id: string,
    onboarding: PayoutOnboarding,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await saveOnboarding(context, id, onboarding)
  }

  @InjectTransactionManager()
  protected async readPayout_(
    id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<PayoutRow> {
    return await readPayout(context, id)
  }

  @InjectTransactionManager()
  protected async countCandidates_(
    of: Pick<DueQuery, "seller_id" | "currency_code">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    const floor = this.options.payoutFloor
    return await countCandidates(context, { ...of, floor })
  }

  @InjectTransactionManager()
  protected async findDue_(
    query: Omit<DueQuery, "floor">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<DuePage> {
    const floor = this.options.payoutFloor
    return await findDueSellers(context, { ...query, floor })
  }

  @InjectTransactionManager()
  protected async beginRun_(
    run: { seller_id?: string; created_by?: string; due: number },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string> {
    return await beginRun(context, run)
  }

  @InjectTransactionManager()
  protected async addProgress_(
    id: string,
    progress: RunProgress,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await addProgress(context, id, progress)
  }

  @InjectTransactionManager()
  protected async finishRun_(
    id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await finishRun(context, id)
  }

  @InjectTransactionManager()
  protected async reserve_(
    reservations: Reservation[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string[]> {
    return await reservePayouts(context, reservations)
  }

  @InjectTransactionManager()
  protected async endMisdirected_(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await endMisdirected(context)
  }

  @InjectTransactionManager()
  protected async claim_(
    options: ClaimOptions,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Claim[]> {
    return await claimPayouts(context, options)
  }

  @InjectTransactionManager()
  protected async claimSubmitted_(
    options: Omit<ClaimOptions, "leaseSeconds"> & { againSeconds: number },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<PayoutRow[]> {
    return await claimSubmitted(context, options)
  }

  @InjectTransactionManager()
  protected async settle_(
    settlements: Settlement[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean[]> {
    return await settlePayouts(context, settlements)
  }

  @InjectTransactionManager()
  protected async beginFile_(
    file: {
      provider_id: string
      currency_code: string
      created_by: string | null
      limit: number
    },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string | undefined> {
    return await beginFile(context, file)
  }

  @InjectTransactionManager()
  protected async readFile_(
    id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<{ file: FileRow; payouts: PayoutRow[] } | undefined> {
    return await readFile(context, id)
  }

  @InjectTransactionManager()
  protected async keepLines_(
    report: {
      provider_id: string
      imported_by: string | null
      lines: PayoutReportLine[]
    },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    return await keepLines(context, report)
  }

  @InjectTransactionManager()
  protected async findFitting_(
    providerId: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<(KeptLine & { payout_id: string })[]> {
    return await findFitting(context, providerId)
  }

  @InjectTransactionManager()
  protected async settleLine_(
    line: KeptLine & { payout_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await settleLine(context, line)
  }

  @InjectTransactionManager()
  protected async keepEvent_(
    providerId: string,
    event: PayoutProviderEvent,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string | undefined> {
    return await keepEvent(context, providerId, event)
  }

  /** `seen.after` moves on even when the transaction does not. */
  @InjectTransactionManager()
  protected async processEvent_(
    seen: EventCursor,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const event = await claimEvent(context, seen)
    if (event) {
      seen.after = event.id
      await applyEvent(context, event)
    }
    return Boolean(event)
  }

  @InjectTransactionManager()
  protected async failEvent_(
    id: string,
    error: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await failEvent(context, id, error)
  }
}
