import { createHmac, timingSafeEqual } from "node:crypto"
import { MedusaError, ModuleProvider } from "@medusajs/framework/utils"
import type {
  PayoutAccountRequest,
  PayoutAccountState,
  PayoutInstruction,
  PayoutProvider,
  PayoutProviderEvent,
  PayoutResult,
} from "../../../src/payout-provider"

type Options = { url: string; apiKey: string; webhookSecret: string }
type Transfer = { id: string; state: "accepted" | "booked" | "rejected" }

/** Pays by the transfers of ACME Bank. */
export class AcmeBankProvider implements PayoutProvider {
  static readonly identifier = "acme-bank"

  readonly capabilities = {
    quantum: () => 1n,
    // As ACME's manual says: a key is remembered for a day, a look-up misses nothing.
    keyWindowSeconds: 86_400,
    authoritativeLookup: true,
  }

  constructor(
    _cradle: Record<string, unknown>,
    private readonly options: Options
  ) {}

  /** Once per key; whatever is thrown means that nobody knows. */
  async send(
    payout: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult> {
    const { payout_id, idempotency_key, amount, currency_code } = payout
    const response = await this.call("POST", "/transfers", signal, {
      key: idempotency_key,
      body: {
        ...{ reference: payout_id, currency: currency_code },
        ...{ amount: amount.toString(), to: payout.provider_account_id },
      },
    })
    if (response.status === 422) {
      return { status: "failed", provider_ref: null, reason: "ACME refuses it" }
    }
    return resultOf(await read(response))
  }

  async lookUp(
    { payout_id }: PayoutInstruction,
    signal: AbortSignal
  ): Promise<PayoutResult | null> {
    const path = `/transfers/${payout_id}`
    const response = await this.call("GET", path, signal)
    return response.status === 404 ? null : resultOf(await read(response))
  }

  async account(request: PayoutAccountRequest): Promise<PayoutAccountState> {
    const { provider_account_id, context } = request
    const account = context.details?.acme_account ?? provider_account_id
    if (!account) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Field 'context.details.acme_account' is required"
      )
    }
    return {
      ...{ provider_account_id: account, status: "active", requirements: [] },
    }
  }

  async readEvent({
    body,
    headers,
  }: {
    body: Buffer
    headers: Record<string, string | undefined>
  }): Promise<PayoutProviderEvent> {
    const wanted = createHmac("sha256", this.options.webhookSecret)
      .update(body)
      .digest()
    const given = Buffer.from(headers["acme-signature"] ?? "", "hex")
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      throw new MedusaError(
        MedusaError.Types.UNAUTHORIZED,
        "This message is not from ACME"
      )
    }
    const { event, transfer, reference } = JSON.parse(body.toString())
    return {
      ...{ event_id: event, type: "payout", payout_id: reference },
      result: resultOf(transfer),
    }
  }

  private async call(
    method: string,
    path: string,
    signal: AbortSignal,
    { key, body }: { key?: string; body?: object } = {}
  ): Promise<Response> {
    return await fetch(`${this.options.url}${path}`, {
      ...{ method, signal, body: body && JSON.stringify(body) },
      headers: {
        authorization: `Bearer ${this.options.apiKey}`,
        ...(key && { "idempotency-key": key }),
      },
    })
  }
}

export default ModuleProvider("payout", { services: [AcmeBankProvider] })

async function read(response: Response): Promise<Transfer> {
  if (!response.ok) {
    throw new Error(`ACME answered ${response.status}`)
  }
  return (await response.json()) as Transfer
}

function resultOf({ id, state }: Transfer): PayoutResult {
  switch (state) {
    case "accepted":
      return { status: "submitted", provider_ref: id }
    case "booked":
      return { status: "paid", provider_ref: id }
    case "rejected":
      return { status: "failed", provider_ref: id, reason: "ACME rejected it" }
  }
}
