import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import type {
  PayoutAccountContext,
  PayoutAccountState,
  PayoutOnboarding,
  PayoutProvider,
} from "../../payout-provider"
import { providerKey } from "./loaders/providers"
import { PayoutSteps } from "./payout-steps"
import { noAccount, removeAccount, saveSettings } from "./payouts/accounts"
import { within } from "./payouts/ask-or-send"
import type { PayoutSchedule } from "./payouts/period"

/** Where sellers are paid, and the providers that know it. */
export class PayoutAccounts extends PayoutSteps {
  private readonly cradle: Record<string, unknown>

  constructor(deps: Record<string, unknown>, options?: unknown) {
    super(deps, options)
    this.cradle = deps
  }

  /**
   * Opens a seller's account with a provider, or asks how it stands. Another
   * destination than before holds the seller's payouts for some days. A repeat
   * carries the same idempotency key until the account is there.
   *
   * @throws MedusaError INVALID_DATA when the provider needs to know more, NOT_FOUND for an unknown provider.
   */
  async syncPayoutAccount(account: {
    seller_id: string
    provider_id: string
    /** What the seller says of itself; without it what it said before. */
    context?: PayoutAccountContext
  }): Promise<PayoutAccountState> {
    const provider = this.payoutProvider(account.provider_id)
    const { seller_id, provider_id } = account
    const row = await this.beginAccount_({ context: {}, ...account })
    const isSame = row.provider_id === provider_id && !row.removed_at
    const context = account.context ?? row.context ?? {}
    const state = await this.call((signal) =>
      provider.account(
        {
          ...{ seller_id, context },
          provider_account_id: isSame ? row.provider_account_id : null,
          idempotency_key: `${row.id}:${row.revision}`,
        },
        signal
      )
    )
    await this.saveAccount_({ ...account, ...state, context, id: row.id })
    return state
  }

  /**
   * Where the seller goes on with its provider.
   *
   * @throws MedusaError NOT_FOUND without an account, NOT_ALLOWED when the provider wants nothing.
   */
  async startOnboarding(account: {
    seller_id: string
    return_url?: string
    refresh_url?: string
  }): Promise<PayoutOnboarding> {
    const [row] = await this.listPayoutAccounts({
      seller_id: account.seller_id,
    })
    if (!row?.provider_account_id || row.removed_at) {
      throw noAccount(account.seller_id)
    }
    const { provider_account_id } = row
    const provider = this.payoutProvider(row.provider_id)
    const { return_url, refresh_url } = account
    const onboarding = await this.call(async (signal) =>
      provider.onboard?.(
        { provider_account_id, return_url, refresh_url },
        signal
      )
    )
    if (!onboarding) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${row.provider_id} wants nothing more from a seller`
      )
    }
    await this.saveOnboarding_(row.id, onboarding)
    return onboarding
  }

  /** @throws MedusaError NOT_FOUND without an account, NOT_ALLOWED while a payout is under way. */
  @InjectTransactionManager()
  async removePayoutAccount(
    seller_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string> {
    return await removeAccount(context, seller_id)
  }

  /** When and from how much on a seller is paid. @throws MedusaError NOT_FOUND without an account. */
  @InjectTransactionManager()
  async savePayoutSettings(
    settings: {
      seller_id: string
      schedule?: PayoutSchedule
      minimum?: string | null
    },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await saveSettings(context, settings)
  }

  /** What a new account is opened with. */
  defaultProvider(): string {
    const { payoutAccountProvider, payoutProviders } = this.options
    return payoutAccountProvider ?? payoutProviders[0]?.id ?? "manual"
  }

  /** @throws MedusaError NOT_FOUND */
  protected payoutProvider(id: string): PayoutProvider {
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

  /** Calls a provider for a person who waits: its failure is told, not repeated. */
  protected async call<T>(
    job: (signal: AbortSignal) => Promise<T>
  ): Promise<T> {
    try {
      return await within(this.options.payoutCallTimeoutSeconds, job)
    } catch (error) {
      if (MedusaError.isMedusaError(error)) {
        throw error
      }
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The payout provider does not answer: try again in a moment"
      )
    }
  }
}
