import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MathBN } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import { SPLIT_PROVIDER_ID } from "../../../providers/payment-split/types"
import { sharePaymentRows } from "../share-payment-rows"

export type CreateSharePaymentsInput = {
  order_set_id: string
  currency_code: string
  /** Major units, already rounded to the currency: Σ = what will be authorised. */
  shares: { order_id: string; amount: BigNumberInput }[]
}

export type SharePayment = { order_id: string; payment_collection_id: string }

/**
 * Gives each order of a set a payment collection of exactly its share, with one
 * pending session of the split provider, and notes the collection on the set's
 * row of that order (which must exist). An order that costs nothing gets none.
 * The caller links the collections to their orders.
 *
 * @returns Order and collection, in the order of the shares that have one.
 */
export const createSharePaymentsStep = createStep(
  "create-share-payments",
  async (input: CreateSharePaymentsInput, { container }) => {
    const { order_set_id, currency_code } = input
    const shares = input.shares
      .filter(({ amount }) => MathBN.gt(amount, 0))
      .map((share) => ({
        ...share,
        collectionId: generateEntityId(undefined, "pay_col"),
      }))
    if (!shares.length) {
      return new StepResponse<SharePayment[], string[]>([], [])
    }
    const payments = sharePaymentRows(container)
    await payments.createPaymentCollections(
      shares.map(({ collectionId, amount }) => ({
        id: collectionId,
        currency_code,
        amount,
        metadata: { order_set_id },
      }))
    )
    await payments.createPaymentSessions(
      shares.map(({ collectionId, amount }) => ({
        id: generateEntityId(undefined, "payses"),
        payment_collection_id: collectionId,
        provider_id: SPLIT_PROVIDER_ID,
        currency_code,
        amount,
      }))
    )
    const created = shares.map(({ order_id, collectionId }) => ({
      order_id,
      payment_collection_id: collectionId,
    }))
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const rows = await sets.listOrderSetOrders({ order_set_id })
    await sets.updateOrderSetOrders(
      created.flatMap(({ order_id, payment_collection_id }) =>
        rows
          .filter((row) => row.order_id === order_id)
          .map(({ id }) => ({ id, payment_collection_id }))
      )
    )
    return new StepResponse(
      created,
      created.map((share) => share.payment_collection_id)
    )
  },
  async (collectionIds, { container }) => {
    if (collectionIds?.length) {
      // Their sessions and payments go with them; no provider is called.
      await sharePaymentRows(container).deletePaymentCollections(collectionIds)
    }
  }
)
