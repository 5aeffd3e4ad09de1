/** `active` only when the provider says that transfers to it are enabled. */
export const payoutAccountStatuses = [
  "pending",
  "active",
  "restricted",
  "disabled",
] as const
export type PayoutAccountStatus = (typeof payoutAccountStatuses)[number]

/** What a provider says of a seller's account with it. */
export type PayoutAccountState = {
  provider_account_id: string
  status: PayoutAccountStatus
  /** What is missing, in the provider's words. */
  requirements: string[]
}

/** One transfer, the same on every try. */
export type PayoutInstruction = {
  payout_id: string
  /** The same for every try of this payout. */
  idempotency_key: string
  seller_id: string
  provider_account_id: string | null
  /** Minor units of `scale` digits. */
  amount: bigint
  currency_code: string
  scale: number
}

/** What became of a transfer. `failed` is definite: no money moved, and none will. */
export type PayoutResult = {
  status: "submitted" | "paid" | "failed" | "returned"
  provider_ref: string | null
  /** For `failed` and `returned`: why, for a person to read. */
  reason?: string
}

/** A message of a provider about a transfer or an account, once verified. */
export type PayoutProviderEvent = {
  event_id: string
} & (
  | { type: "payout"; payout_id: string; result: PayoutResult }
  | { type: "account"; state: PayoutAccountState }
  | { type: "ignored" }
)

export type PayoutCapabilities = {
  /** The smallest step of a transfer in a currency, in minor units; the rest is carried over. */
  quantum: (currencyCode: string) => bigint
  /** How long the provider surely remembers an idempotency key. */
  keyWindowSeconds: number
  /** Whether `lookUp` finds every transfer that was ever executed. */
  authoritativeLookup: boolean
}

/**
 * A way to pay sellers. The module calls it outside any database transaction
 * and gives each call less time than the lease of its claim.
 *
 * Whatever `send` throws means *unknown*: the transfer may have been executed.
 * A definite refusal is answered as `failed`, never thrown.
 */
export interface PayoutProvider {
  readonly capabilities: PayoutCapabilities

  /** Executes a transfer, once per idempotency key. */
  send(
    instruction: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult>

  /** What became of a transfer; `null` when the provider knows nothing of it. */
  lookUp(
    instruction: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult | null>

  /** Opens a seller's account, or says how the one with `provider_account_id` stands. */
  account(seller: {
    seller_id: string
    provider_account_id: string | null
  }): Promise<PayoutAccountState>

  /**
   * Verifies a message on its raw body and reads it.
   *
   * @throws MedusaError UNAUTHORIZED when it is forged.
   */
  readEvent(message: {
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<PayoutProviderEvent>
}

/** What a provider's package exports: its class has this shape. */
export interface PayoutProviderClass {
  readonly identifier: string
  new (
    cradle: Record<string, unknown>,
    options: Record<string, unknown>
  ): PayoutProvider
}
