import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { BooksService } from "./books-service"
import { saveAccount } from "./payouts/accounts"
import type { Claim, ClaimOptions } from "./payouts/claim"
import { claimPayout, claimSubmitted } from "./payouts/claim"
import type { DueSeller } from "./payouts/due"
import { findDueSellers } from "./payouts/due"
import { applyEvent, claimEvent, failEvent, keepEvent } from "./payouts/inbox"
import type { PayoutRow } from "./payouts/payout-rows"
import type {
  PayoutAccountState,
  PayoutProviderEvent,
} from "./payouts/provider"
import type { Reservation } from "./payouts/reserve"
import { reservePayout } from "./payouts/reserve"

/**
 * The database's part of what the service does with providers: each method is
 * one transaction, committed before and after a provider is called.
 */
export class PayoutSteps extends BooksService {
  @InjectTransactionManager()
  protected async saveAccount_(
    account: PayoutAccountState & { seller_id: string; provider_id: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const holdDays = this.options.payoutChangeHoldDays
    await saveAccount(context, { ...account, holdDays })
  }

  @InjectTransactionManager()
  protected async findDue_(
    of: { seller_id?: string; now: Date },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<DueSeller[]> {
    const floor = this.options.payoutFloor
    return await findDueSellers(context, { ...of, floor })
  }

  @InjectTransactionManager()
  protected async reserve_(
    reservation: Reservation,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string | undefined> {
    return await reservePayout(context, reservation)
  }

  @InjectTransactionManager()
  protected async claim_(
    options: ClaimOptions,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Claim | undefined> {
    return await claimPayout(context, options)
  }

  @InjectTransactionManager()
  protected async claimSubmitted_(
    options: { againSeconds: number; payout_id?: string },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<PayoutRow | undefined> {
    return await claimSubmitted(context, options)
  }

  @InjectTransactionManager()
  protected async keepEvent_(
    providerId: string,
    event: PayoutProviderEvent,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return await keepEvent(context, providerId, event)
  }

  /** `seen.after` moves on even when the transaction does not. */
  @InjectTransactionManager()
  protected async processEvent_(
    seen: { after: string | null },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const event = await claimEvent(context, seen.after)
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
