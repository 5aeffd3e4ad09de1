import type { PaymentDTO } from "@medusajs/framework/types"
import {
  MedusaError,
  PaymentCollectionStatus,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { fromMinorUnits, toMinorUnits } from "../../../money/minor-units"
import { minorDigits } from "../../../money/scale"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import { SPLIT_PROVIDER_ID } from "../../../providers/payment-split/types"
import {
  sharePaymentRows,
  type SharePaymentRows,
  type ShareSession,
} from "../share-payment-rows"

export type AuthorizeSharePaymentsInput = {
  order_set_id: string
  /** Nothing happens without one: a free cart, a single order, an authorisation that is still to come. */
  parent_payment_id?: string | null
}

/**
 * Turns the pending shares of a set into authorised payments that point at the
 * parent payment, and notes each on the set's row of its order. Running again
 * completes what is missing and changes nothing else.
 *
 * @throws MedusaError UNEXPECTED_STATE when the shares are more than the parent
 * holds, or in another currency.
 */
export const authorizeSharePaymentsStep = createStep(
  "authorize-share-payments",
  // no undo: the rows go with the collections, by createSharePaymentsStep
  async (input: AuthorizeSharePaymentsInput, { container }) => {
    if (!input.parent_payment_id) {
      return new StepResponse(undefined)
    }
    const payments = sharePaymentRows(container)
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const rows = await sets.listOrderSetOrders({
      order_set_id: input.order_set_id,
    })
    const collectionIds = rows.flatMap((row) => row.payment_collection_id ?? [])
    if (!collectionIds.length) {
      return new StepResponse(undefined)
    }
    const parent = await payments.retrievePayment(input.parent_payment_id)
    const sessions = await payments.listPaymentSessions(
      { payment_collection_id: collectionIds, provider_id: SPLIT_PROVIDER_ID },
      { relations: ["payment"] }
    )
    ensureCovered(sessions, parent)

    const paid = await ensurePayments(payments, sessions, parent.id)
    const open = sessions.filter((session) => !session.authorized_at)
    if (open.length) {
      await payments.updatePaymentSessions(
        open.map(({ id }) => ({
          id,
          status: PaymentSessionStatus.AUTHORIZED,
          authorized_at: new Date(),
        }))
      )
      await payments.upsertPaymentCollections(
        open.map((session) => ({
          id: session.payment_collection_id,
          status: PaymentCollectionStatus.AUTHORIZED,
          authorized_amount: session.raw_amount,
        }))
      )
    }
    const unnoted = rows.flatMap(({ id, payment_id, payment_collection_id }) =>
      payment_id || !payment_collection_id
        ? []
        : { id, payment_id: paid.get(payment_collection_id) }
    )
    await sets.updateOrderSetOrders(unnoted)
    return new StepResponse(undefined)
  }
)

/** Payment ids by collection, after the missing ones were created. */
async function ensurePayments(
  payments: SharePaymentRows,
  sessions: ShareSession[],
  parentId: string
): Promise<Map<string, string>> {
  const collection_ids = sessions.map((one) => one.payment_collection_id)
  const missing = sessions.filter((session) => !session.payment)
  const created = missing.length
    ? await payments.createPayments(
        missing.map((session) => ({
          payment_collection_id: session.payment_collection_id,
          payment_session_id: session.id,
          provider_id: SPLIT_PROVIDER_ID,
          currency_code: session.currency_code,
          amount: session.raw_amount,
          data: { parent_payment_id: parentId, collection_ids },
        }))
      )
    : []
  return new Map([
    ...sessions.flatMap(({ payment, payment_collection_id }) =>
      payment ? [[payment_collection_id, payment.id] as const] : []
    ),
    ...created.map((one) => [one.payment_collection_id, one.id] as const),
  ])
}

function ensureCovered(sessions: ShareSession[], parent: PaymentDTO): void {
  const digits = minorDigits(parent.currency_code)
  const held = toMinorUnits(parent.raw_amount ?? parent.amount, digits)
  const total = sessions.reduce(
    (sum, session) => sum + toMinorUnits(session.raw_amount, digits),
    0n
  )
  const foreign = sessions.find(
    ({ currency_code }) => currency_code !== parent.currency_code
  )
  if (foreign || total > held) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The shares of payment ${parent.id} come to ${fromMinorUnits(total, digits)} ${foreign?.currency_code ?? parent.currency_code}, but it holds ${fromMinorUnits(held, digits)} ${parent.currency_code}`
    )
  }
}
