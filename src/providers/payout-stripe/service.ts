import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import Stripe from "stripe"
import { minorDigits } from "../../money/scale"
import type {
  PayoutAccountRequest,
  PayoutAccountState,
  PayoutInstruction,
  PayoutOnboarding,
  PayoutProvider,
  PayoutProviderEvent,
  PayoutResult,
} from "../../payout-provider"
import { deauthorized, stateOf } from "./account-state"
import { stripeQuantum, toStripeAmount } from "./amounts"
import { eventOf, resultOf } from "./events"

const optionsSchema = z.strictObject({
  apiKey: z.string().min(1),
  /** Of the endpoint for your account and of the one for connected accounts. */
  webhookSecrets: z.array(z.string().min(1)).min(1),
  accountType: z.enum(["express", "standard"]).default("express"),
  /** Where sellers come back to when their panel names no page. */
  returnUrl: z.url().optional(),
  timeoutMs: z.number().int().positive().default(15_000),
  /** Another host than Stripe's, e.g. in tests. */
  host: z.string().optional(),
  port: z.number().int().optional(),
  protocol: z.enum(["http", "https"]).optional(),
})

export type StripePayoutOptions = z.input<typeof optionsSchema>

const daySeconds = 86_400

/**
 * Pays by Stripe Connect: a transfer from the platform's balance to the
 * seller's account, from which Stripe pays to its bank. A transfer that exists
 * is paid; one that was reversed in full came back.
 */
export class PayoutStripeProvider implements PayoutProvider {
  static readonly identifier = "stripe"

  private readonly stripe: Stripe
  private readonly options: z.infer<typeof optionsSchema>

  readonly capabilities = {
    quantum: (currency: string) =>
      stripeQuantum(currency, minorDigits(currency)),
    // "Keys are removed after they're at least 24 hours old."
    keyWindowSeconds: daySeconds,
    authoritativeLookup: false,
  }

  constructor(
    _cradle: Record<string, unknown>,
    options: Record<string, unknown>
  ) {
    const parsed = optionsSchema.safeParse(options)
    if (!parsed.success) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `payout-stripe: option "${parsed.error.issues[0]?.path.join(".")}": ${parsed.error.issues[0]?.message}`
      )
    }
    this.options = parsed.data
    const { apiKey, timeoutMs, host, port, protocol } = parsed.data
    // The payout protocol tries again by itself, and asks first.
    this.stripe = new Stripe(apiKey, {
      ...{ maxNetworkRetries: 0, timeout: timeoutMs, telemetry: false },
      ...(host && { host, port, protocol }),
    })
  }

  async send(instruction: PayoutInstruction): Promise<PayoutResult> {
    const { payout_id, currency_code, provider_account_id } = instruction
    const { amount, scale } = instruction
    try {
      const transfer = await this.stripe.transfers.create(
        {
          amount: toStripeAmount(amount, scale, currency_code),
          currency: currency_code,
          destination: provider_account_id ?? "",
          transfer_group: payout_id,
          metadata: { payout_id },
        },
        { idempotencyKey: instruction.idempotency_key }
      )
      return resultOf(transfer)
    } catch (error) {
      if (isRefusal(error)) {
        return { status: "failed", provider_ref: null, reason: error.message }
      }
      throw error
    }
  }

  async lookUp({ payout_id }: PayoutInstruction): Promise<PayoutResult | null> {
    const { data } = await this.stripe.transfers.list({
      ...{ transfer_group: payout_id, limit: 1 },
    })
    const [transfer] = data
    return transfer ? resultOf(transfer) : null
  }

  async account(request: PayoutAccountRequest): Promise<PayoutAccountState> {
    const { provider_account_id, context, seller_id } = request
    if (provider_account_id) {
      return await this.readAccount(provider_account_id)
    }
    if (!context.country) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Field 'context.country' is required"
      )
    }
    try {
      const account = await this.stripe.accounts.create(
        {
          type: this.options.accountType,
          country: context.country,
          capabilities: { transfers: { requested: true } },
          metadata: { seller_id },
        },
        { idempotencyKey: request.idempotency_key }
      )
      return stateOf(account)
    } catch (error) {
      throw isRefusal(error)
        ? new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
        : error
    }
  }

  async onboard(account: {
    provider_account_id: string
    return_url?: string
    refresh_url?: string
  }): Promise<PayoutOnboarding> {
    const return_url = account.return_url ?? this.options.returnUrl
    if (!return_url) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Field 'context.return_url' is required"
      )
    }
    const { url } = await this.stripe.accountLinks.create({
      account: account.provider_account_id,
      type: "account_onboarding",
      return_url,
      refresh_url: account.refresh_url ?? return_url,
    })
    return { url }
  }

  /** Reverses the whole transfer; Stripe refuses when the seller's balance does not hold it. */
  async cancel(
    transfer: PayoutInstruction & { provider_ref: string | null }
  ): Promise<PayoutResult> {
    const { provider_ref, payout_id, idempotency_key } = transfer
    try {
      await this.stripe.transfers.createReversal(
        provider_ref ?? "",
        { metadata: { payout_id } },
        { idempotencyKey: `${idempotency_key}:reversal` }
      )
    } catch (error) {
      throw isRefusal(error)
        ? new MedusaError(MedusaError.Types.NOT_ALLOWED, error.message)
        : error
    }
    return { status: "returned", provider_ref, reason: "Reversed" }
  }

  async readEvent({
    body,
    headers,
  }: {
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<PayoutProviderEvent> {
    for (const secret of this.options.webhookSecrets) {
      try {
        const signature = headers["stripe-signature"] ?? ""
        return eventOf(
          this.stripe.webhooks.constructEvent(body, signature, secret)
        )
      } catch (error) {
        // Signed with another secret, or by nobody: the next one says.
        if (
          !(error instanceof Stripe.errors.StripeSignatureVerificationError)
        ) {
          throw error
        }
      }
    }
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "This message is not from Stripe"
    )
  }

  private async readAccount(id: string): Promise<PayoutAccountState> {
    try {
      return stateOf(await this.stripe.accounts.retrieve(id))
    } catch (error) {
      // Access that was taken away reads as 403.
      if (error instanceof Stripe.errors.StripePermissionError) {
        return deauthorized(id)
      }
      throw error
    }
  }
}

/**
 * A definite refusal: nothing was executed, and nothing will be. A key in use
 * (409) or too many requests (429) say nothing about an earlier try.
 */
function isRefusal(error: unknown): error is Stripe.errors.StripeError {
  return (
    (error instanceof Stripe.errors.StripeInvalidRequestError ||
      error instanceof Stripe.errors.StripeCardError ||
      error instanceof Stripe.errors.StripePermissionError) &&
    error.statusCode !== 409
  )
}
