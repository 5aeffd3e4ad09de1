import type {
  BigNumberInput,
  PaymentProviderInput,
} from "@medusajs/framework/types"
import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { PaymentRow } from "./share-set"

type ProviderAnswer = { data?: Record<string, unknown> }

/** The payment module's access to every registered provider, by its id. */
export type PaymentProviders = {
  capturePayment(
    id: string,
    input: PaymentProviderInput
  ): Promise<ProviderAnswer>
  refundPayment(
    id: string,
    input: PaymentProviderInput & { amount: BigNumberInput }
  ): Promise<ProviderAnswer>
  cancelPayment(
    id: string,
    input: PaymentProviderInput
  ): Promise<ProviderAnswer>
  getStatus(
    id: string,
    input: PaymentProviderInput
  ): Promise<{ status: PaymentSessionStatus }>
}

type Answer = Record<string, unknown> | undefined

/**
 * Calls of the provider that the buyer paid with. One that fails because the
 * payment is already there (captured, cancelled) is a success.
 */
export class RealPayments {
  constructor(private readonly providers: PaymentProviders) {}

  async capture(parent: PaymentRow, key: string): Promise<Answer> {
    const input = inputOf(parent, key)
    const call = this.providers.capturePayment(parent.provider_id, input)
    return await this.orAlready(parent, PaymentSessionStatus.CAPTURED, call)
  }

  async cancel(parent: PaymentRow, key: string): Promise<Answer> {
    const input = inputOf(parent, key)
    const call = this.providers.cancelPayment(parent.provider_id, input)
    return await this.orAlready(parent, PaymentSessionStatus.CANCELED, call)
  }

  async refund(
    parent: PaymentRow,
    { key, amount }: { key: string; amount: BigNumberInput }
  ): Promise<Answer> {
    const { data } = await this.providers.refundPayment(parent.provider_id, {
      ...inputOf(parent, key),
      amount,
    })
    return data
  }

  private async orAlready(
    parent: PaymentRow,
    wanted: PaymentSessionStatus,
    call: Promise<ProviderAnswer>
  ): Promise<Answer> {
    try {
      return (await call).data
    } catch (error) {
      const status = await this.providers
        .getStatus(parent.provider_id, { data: parent.data ?? {} })
        .then((answer) => answer.status)
        .catch(() => undefined)
      if (status === wanted) {
        return undefined
      }
      throw error
    }
  }
}

function inputOf(parent: PaymentRow, key: string): PaymentProviderInput {
  return { data: parent.data ?? {}, context: { idempotency_key: key } }
}

/** Statuses that say "try again" rather than "no". */
const RETRYABLE = [408, 409, 425, 429]

/**
 * True when the payment service said no, so that nothing happened: a
 * `MedusaError` of the provider, or an error with a 4xx status. Anything else
 * may have been done.
 */
export function isDefiniteRefusal(error: unknown): boolean {
  if (MedusaError.isMedusaError(error)) {
    return true
  }
  const status = Number(
    (error as { statusCode?: unknown; status?: unknown })?.statusCode ??
      (error as { status?: unknown })?.status
  )
  return status >= 400 && status < 500 && !RETRYABLE.includes(status)
}
