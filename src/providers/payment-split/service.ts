import type {
  CancelPaymentInput,
  CapturePaymentInput,
  GetPaymentStatusInput,
  PaymentProviderInput,
  RefundPaymentInput,
  RetrievePaymentInput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MedusaError,
  PaymentActions,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ParentPayments } from "./parent-payments"
import { PaymentRows, type BaseRepository } from "./payment-rows"
import { RealPayments, type PaymentProviders } from "./real-payments"
import { SPLIT_PROVIDER_IDENTIFIER, type SharePaymentData } from "./types"

type Cradle = {
  baseRepository: BaseRepository
  paymentProviderService: PaymentProviders
}

const shareData = z.object({
  parent_payment_id: z.string().min(1),
  collection_ids: z.array(z.string().min(1)).min(1),
})

/**
 * Lets each order of a set have a payment of its own, a share of the payment
 * that the buyer authorised once (the parent). Capturing, refunding and
 * cancelling a share moves exactly its part of the parent.
 *
 * A share comes to life only as a row that placing an order set writes: opening
 * or authorising a session with this provider is always refused, so nobody can
 * claim a part of somebody's payment.
 */
export class PaymentSplitProvider extends AbstractPaymentProvider {
  static override identifier = SPLIT_PROVIDER_IDENTIFIER

  constructor(
    private readonly cradle: Cradle,
    options: Record<string, unknown> = {}
  ) {
    super({}, options)
  }

  /** Late, because the payment module builds its own parts after its providers. */
  private get parents(): ParentPayments {
    return new ParentPayments(
      new PaymentRows(this.cradle.baseRepository),
      new RealPayments(this.cradle.paymentProviderService)
    )
  }

  async capturePayment(input: CapturePaymentInput) {
    const data = shareDataOf(input)
    await this.parents.capture(data, rowIdOf(input))
    return { data }
  }

  async refundPayment(input: RefundPaymentInput) {
    const data = shareDataOf(input)
    const { amount } = input
    await this.parents.refund(data, { id: rowIdOf(input), amount })
    return { data }
  }

  async cancelPayment(input: CancelPaymentInput) {
    const data = shareDataOf(input)
    await this.parents.cancel(data, rowIdOf(input))
    return { data }
  }

  async getPaymentStatus(input: GetPaymentStatusInput) {
    const data = shareDataOf(input)
    return { data, status: await this.parents.status(data) }
  }

  async retrievePayment(input: RetrievePaymentInput) {
    return { data: shareDataOf(input) }
  }

  async initiatePayment(): Promise<never> {
    throw refusal("pay with the payment provider of the region")
  }

  async updatePayment(): Promise<never> {
    throw refusal("a share never changes, refund or cancel its payment")
  }

  async authorizePayment(): Promise<never> {
    throw refusal("complete the cart")
  }

  async deletePayment(): Promise<never> {
    throw refusal("cancel the payment of the order")
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

function refusal(wayOut: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Only placing an order set makes shares of a payment: ${wayOut}`
  )
}

function shareDataOf({ data }: PaymentProviderInput): SharePaymentData {
  const parsed = shareData.safeParse(data)
  if (!parsed.success) {
    throw refusal("this payment is none")
  }
  return parsed.data
}

/** Medusa keys each call by the row it is about: the capture, the refund or, to cancel, the payment. */
function rowIdOf({ context }: PaymentProviderInput): string {
  if (!context?.idempotency_key) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A share of a payment is captured, refunded and cancelled through Medusa's payment module only"
    )
  }
  return context.idempotency_key
}
