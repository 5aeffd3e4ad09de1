/**
 * What a way to pay sellers has to do. Import it from
 * `medusa-plugin-marketplace/payout-provider`; docs/payout-providers.md shows a
 * whole one.
 */

/** `active` only when the provider says that transfers to it are enabled. */
export const payoutAccountStatuses = [
  "pending",
  "active",
  "restricted",
  "disabled",
] as const
export type PayoutAccountStatus = (typeof payoutAccountStatuses)[number]

/** What a seller says of itself when it opens an account. */
export type PayoutAccountContext = {
  /** ISO 3166-1, two capital letters. */
  country?: string
  account_holder?: string
  iban?: string
  bic?: string
  /** Whatever else a provider asks its sellers for. */
  details?: Record<string, string>
}

export type PayoutAccountRequest = {
  seller_id: string
  /** The account that is known already; the provider answers the same one, unless the context names another. */
  provider_account_id: string | null
  context: PayoutAccountContext
  /** The same for every try to open one account. */
  idempotency_key: string
}

/** What a provider says of a seller's account with it. */
export type PayoutAccountState = {
  provider_account_id: string
  status: PayoutAccountStatus
  /** What is missing, in the provider's words. */
  requirements: string[]
  /** What a transfer needs beside the id, e.g. the holder's name; its seller reads it too. */
  data?: Record<string, string>
}

/** Where a seller goes on with its provider: a page, or words for it to follow. */
export type PayoutOnboarding = { url: string } | { instructions: string }

/** One transfer, the same on every try. */
export type PayoutInstruction = {
  payout_id: string
  /** The same for every try of this payout. */
  idempotency_key: string
  seller_id: string
  provider_account_id: string | null
  /** The account's `data` when the payout was reserved. */
  account_data: Record<string, string>
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
  | {
      type: "account"
      state: PayoutAccountState
      /** When it was so, as ISO 8601: older news than what is known change nothing. */
      occurred_at?: string
    }
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

/** A file to upload at a bank. */
export type PayoutFile = {
  filename: string
  mime_type: string
  content: string
}

/** Several transfers as one order to a bank. */
export type PayoutFileOrder = {
  /** The same each time the file is made again; a bank refuses it twice. */
  id: string
  created_at: Date
  instructions: PayoutInstruction[]
}

/** One line of what a provider says it did. */
export type PayoutReportLine = {
  /** Unique within the provider's reports, so that a report can be read twice. */
  line_id: string
  payout_id: string | null
  provider_ref: string | null
  status: "paid" | "failed" | "returned"
  /** Minor units of the currency's own digits, above zero. */
  amount: bigint
  currency_code: string
  booked_at: Date
  reason?: string
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

  /**
   * Opens a seller's account, or says how the known one stands.
   *
   * @throws MedusaError INVALID_DATA naming what the context lacks.
   */
  account(
    request: PayoutAccountRequest,
    signal: AbortSignal
  ): Promise<PayoutAccountState>

  /**
   * Verifies a message on its raw body and reads it.
   *
   * @throws MedusaError UNAUTHORIZED when it is forged.
   */
  readEvent(message: {
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<PayoutProviderEvent>

  /** Where the seller does what the provider still requires. Without it there is nothing to do. */
  onboard?(
    account: {
      provider_account_id: string
      /** Pages of the seller's panel to come back to. */
      return_url?: string
      refresh_url?: string
    },
    signal: AbortSignal
  ): Promise<PayoutOnboarding>

  /**
   * Takes a transfer back: `failed` when it never left, `returned` when its
   * money is back. Without it a payout that was sent cannot be cancelled.
   */
  cancel?(
    transfer: PayoutInstruction & { provider_ref: string | null },
    signal: AbortSignal
  ): Promise<PayoutResult>

  /** For a bank without an API: the transfers as a file that an operator uploads. */
  makeFile?(order: PayoutFileOrder): PayoutFile

  /**
   * Reads the provider's own report, e.g. an account statement.
   *
   * @throws MedusaError INVALID_DATA when it is no report.
   */
  readReport?(content: string): PayoutReportLine[]
}

/** What a provider's package exports: its class has this shape. */
export interface PayoutProviderClass {
  readonly identifier: string
  new (
    cradle: Record<string, unknown>,
    options: Record<string, unknown>
  ): PayoutProvider
}
