import type {
  BigNumberInput,
  CaptureDTO,
  FindConfig,
  IPaymentModuleService,
  MedusaContainer,
  PaymentDTO,
  PaymentSessionDTO,
  RefundDTO,
} from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"

type SessionRow = PaymentSessionDTO & { deleted_at?: Date | string | null }

/** What the payment module has at run time and its interface leaves out (2.21). */
type PaymentModule = IPaymentModuleService & {
  listPaymentSessions: (
    filters: { id: string },
    config: FindConfig<SessionRow>
  ) => Promise<SessionRow[]>
  softDeletePaymentSessions: (ids: string[]) => Promise<unknown>
  paymentProviderService_: {
    refundPayment: (
      providerId: string,
      input: {
        data?: Record<string, unknown>
        amount: BigNumberInput
        context: { idempotency_key: string }
      }
    ) => Promise<{ data?: Record<string, unknown> }>
  }
  createRefunds: (refund: {
    payment: string
    amount: BigNumberInput
    note: string
  }) => Promise<RefundDTO>
}

export type UnplacedPayment = {
  payment_session_id: string
  payment_collection_id?: string | null
  customer_id?: string | null
  /** The provider gave no answer: it is told to drop the session. */
  payment_unknown: boolean
}

/**
 * Gives back what a payment session took for a cart that became nothing: a
 * captured payment is refunded, an authorised one cancelled, and the session is
 * created anew, so that the cart can be completed again. What was given back
 * before is not given back again; a session that took nothing stays as it is.
 */
export async function releasePayment(
  container: MedusaContainer,
  unplaced: UnplacedPayment
): Promise<void> {
  const payments = container.resolve<PaymentModule>(Modules.PAYMENT)
  const session = await findSession(payments, unplaced.payment_session_id)
  if (!session || !(session.payment || unplaced.payment_unknown)) {
    return
  }
  if (session.payment) {
    await giveBack(payments, session.payment)
    // The row only: a provider may refuse to delete what it captured.
    await payments.softDeletePaymentSessions([session.id])
  } else if (!session.deleted_at) {
    await dropSession(payments, session.id)
  }
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: unplaced.payment_collection_id ?? "",
      provider_id: session.provider_id,
      customer_id: unplaced.customer_id ?? undefined,
    },
  })
}

/** Also one that a former try has put away already. */
async function findSession(
  payments: PaymentModule,
  id: string
): Promise<SessionRow | undefined> {
  const [session] = await payments.listPaymentSessions(
    { id },
    {
      relations: ["payment", "payment.captures", "payment.refunds"],
      withDeleted: true,
    }
  )
  return session
}

/** Nobody knows what the provider did: it drops the payment, or says what it was. */
async function dropSession(payments: PaymentModule, id: string): Promise<void> {
  try {
    await payments.deletePaymentSession(id)
  } catch {
    await payments.authorizePaymentSession(id, {})
    const session = await findSession(payments, id)
    if (session?.payment) {
      await giveBack(payments, session.payment)
    }
    await payments.softDeletePaymentSessions([id])
  }
}

async function giveBack(
  payments: PaymentModule,
  payment: PaymentDTO
): Promise<void> {
  const captured = sum(payment.captures)
  const left = MathBN.sub(captured, sum(payment.refunds))
  if (MathBN.gt(left, 0)) {
    // Medusa's key is a refund row that a failed try deletes: a retry after a
    // time-out would refund again. Ours stays the same until the row exists.
    await payments.paymentProviderService_.refundPayment(payment.provider_id, {
      data: payment.data,
      amount: left,
      context: { idempotency_key: `${payment.id}:release` },
    })
    await payments.createRefunds({
      payment: payment.id,
      amount: left,
      note: "The purchase could not be completed",
    })
  } else if (!payment.canceled_at && MathBN.lte(captured, 0)) {
    await payments.cancelPayment(payment.id)
  }
}

function sum(rows: (CaptureDTO | RefundDTO)[] = []): BigNumberInput {
  return MathBN.sum(0, ...rows.map((row) => row.raw_amount ?? row.amount))
}
