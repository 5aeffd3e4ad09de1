import { MedusaError } from "@medusajs/framework/utils"
import type {
  PayoutAccountState,
  PayoutInstruction,
  PayoutProvider,
  PayoutProviderEvent,
  PayoutResult,
} from "../../../src/payout-provider"
import { signRailMessage, type Transfer } from "../server"

export type RailOptions = {
  url: string
  keyWindowSeconds?: number
  authoritativeLookup?: boolean
  quantum?: number
}

/** Pays over the test rail; everything that the rail does not say for certain is thrown. */
export class RailPayoutProvider implements PayoutProvider {
  static readonly identifier = "rail"

  readonly capabilities: PayoutProvider["capabilities"]

  constructor(
    _cradle: Record<string, unknown>,
    private readonly options: RailOptions
  ) {
    this.capabilities = {
      quantum: () => BigInt(options.quantum ?? 1),
      keyWindowSeconds: options.keyWindowSeconds ?? 3600,
      authoritativeLookup: options.authoritativeLookup ?? true,
    }
  }

  async send(
    instruction: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult> {
    const { payout_id, amount, currency_code } = instruction
    const response = await fetch(`${this.options.url}/transfers`, {
      method: "POST",
      signal,
      headers: { "idempotency-key": instruction.idempotency_key },
      body: JSON.stringify({
        ...{ payout_id, currency_code, amount: amount.toString() },
        destination: instruction.provider_account_id,
      }),
    })
    if (response.status === 402) {
      return { status: "failed", provider_ref: null, reason: "refused" }
    }
    return resultOf(await bodyOf(response))
  }

  async lookUp(
    { payout_id }: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult | null> {
    const response = await fetch(`${this.options.url}/transfers/${payout_id}`, {
      signal,
    })
    if (response.status === 404) {
      return null
    }
    return resultOf(await bodyOf(response))
  }

  async account({
    seller_id,
    provider_account_id,
  }: {
    seller_id: string
    provider_account_id: string | null
  }): Promise<PayoutAccountState> {
    return {
      provider_account_id: provider_account_id ?? `rail:${seller_id}`,
      status: "active",
      requirements: [],
    }
  }

  async readEvent({
    body,
    headers,
  }: {
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<PayoutProviderEvent> {
    if (headers["rail-signature"] !== signRailMessage(body.toString())) {
      throw new MedusaError(
        MedusaError.Types.UNAUTHORIZED,
        "This message is not from the rail"
      )
    }
    return JSON.parse(body.toString())
  }
}

async function bodyOf(response: Response): Promise<Transfer> {
  if (!response.ok) {
    throw new Error(`The rail answered ${response.status}`)
  }
  return (await response.json()) as Transfer
}

function resultOf({ status, ref }: Transfer): PayoutResult {
  return { status, provider_ref: ref }
}
