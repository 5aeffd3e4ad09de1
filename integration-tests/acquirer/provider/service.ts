import type {
  AuthorizePaymentInput,
  CancelPaymentInput,
  CapturePaymentInput,
  DeletePaymentInput,
  GetPaymentStatusInput,
  InitiatePaymentInput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RetrievePaymentInput,
  UpdatePaymentInput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MathBN,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import type { Operation } from "../ledger"

type Answer = { id: string; status: string; message: string }
type Call = { id?: unknown; key?: string; body?: Record<string, unknown> }

const timeoutMs = Number(process.env.ACQUIRER_TIMEOUT_MS ?? 1500)

const sessionStatus: Record<string, PaymentSessionStatus> = {
  created: PaymentSessionStatus.PENDING,
  pending: PaymentSessionStatus.PENDING_AUTHORIZATION,
  requires_more: PaymentSessionStatus.REQUIRES_MORE,
  authorized: PaymentSessionStatus.AUTHORIZED,
  captured: PaymentSessionStatus.CAPTURED,
  canceled: PaymentSessionStatus.CANCELED,
}

const webhookActions: Record<string, PaymentActions> = {
  "payment.authorized": PaymentActions.AUTHORIZED,
  "payment.captured": PaymentActions.SUCCESSFUL,
}

/** Medusa's side of the test acquirer; a definite refusal is a `MedusaError`, anything else is a plain error. */
export class AcquirerPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "acquirer"

  constructor(
    cradle: Record<string, unknown>,
    options: Record<string, unknown> = {}
  ) {
    super(cradle, options)
  }

  private async call(op: Operation, call: Call): Promise<Answer> {
    const id = typeof call.id === "string" ? call.id : ""
    const response = await fetch(`${process.env.ACQUIRER_URL}/${op}/${id}`, {
      method: "POST",
      headers: call.key ? { "idempotency-key": call.key } : {},
      body: JSON.stringify(call.body ?? {}),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = (await response.json()) as Answer
    if (response.status >= 500) {
      throw new Error(answer.message)
    }
    if (!response.ok) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, answer.message)
    }
    return answer
  }

  async initiatePayment({
    amount,
    currency_code,
    data,
    context,
  }: InitiatePaymentInput) {
    const { id, status } = await this.call("create", {
      key: context?.idempotency_key,
      body: {
        amount: String(MathBN.convert(amount)),
        currency: currency_code,
        session_id: data?.session_id,
      },
    })
    return { id, data: { id }, status: sessionStatus[status] }
  }

  async updatePayment({ data, amount }: UpdatePaymentInput) {
    const { status } = await this.call("update", {
      id: data?.id,
      body: { amount: String(MathBN.convert(amount)) },
    })
    return { data, status: sessionStatus[status] }
  }

  async authorizePayment({ data, context }: AuthorizePaymentInput) {
    try {
      const { status } = await this.call("authorize", {
        id: data?.id,
        key: context?.idempotency_key,
      })
      return {
        data,
        status: sessionStatus[status] ?? PaymentSessionStatus.ERROR,
      }
    } catch (error) {
      if (MedusaError.isMedusaError(error)) {
        return { data, status: PaymentSessionStatus.ERROR }
      }
      throw error
    }
  }

  /** Like Medusa's own providers: what is captured already, by whomever, is no error. */
  async capturePayment({ data, context }: CapturePaymentInput) {
    const key = context?.idempotency_key
    await this.call("capture", { id: data?.id, key }).catch(async (error) => {
      const { status } = await this.call("status", { id: data?.id })
      if (!MedusaError.isMedusaError(error) || status !== "captured") {
        throw error
      }
    })
    return { data }
  }

  async refundPayment({ data, amount, context }: RefundPaymentInput) {
    await this.call("refund", {
      id: data?.id,
      key: context?.idempotency_key,
      body: { amount: String(MathBN.convert(amount)) },
    })
    return { data }
  }

  async cancelPayment({ data, context }: CancelPaymentInput) {
    await this.call("cancel", { id: data?.id, key: context?.idempotency_key })
    return { data }
  }

  async deletePayment({ data }: DeletePaymentInput) {
    await this.call("delete", { id: data?.id })
    return { data }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput) {
    const { status } = await this.call("status", { id: data?.id })
    return { data, status: sessionStatus[status] ?? PaymentSessionStatus.ERROR }
  }

  async retrievePayment({ data }: RetrievePaymentInput) {
    return { data: { ...(await this.call("status", { id: data?.id })) } }
  }

  async getWebhookActionAndData({
    data,
  }: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const action = webhookActions[String(data.type)]
    if (!action) {
      return { action: PaymentActions.NOT_SUPPORTED }
    }
    return {
      action,
      data: {
        session_id: String(data.session_id),
        amount: Number(data.amount),
      },
    }
  }
}
