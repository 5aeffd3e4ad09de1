import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  OrderStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import { OPERATOR_KEY } from "../../../modules/order-set/types"
import { sharePaymentRows } from "../share-payment-rows"
import type { CapturePaymentsInput } from "./capture-payments"

export type FindDueCapturesInput = {
  id: string
  /** `all` that can be captured, or those that the option `capture` says are due. */
  which: "all" | "due"
}

/** The payments of a placed set that are to be captured now; cancelled orders have none. */
export const findDueCapturesStep = createStep(
  "find-due-captures",
  async ({ id, which }: FindDueCapturesInput, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const set = await sets.retrieveOrderSet(id, { relations: ["shares"] })
    if (set.status !== "placed") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Order set ${id} is ${set.status}: only a placed one can be captured`
      )
    }
    const due: CapturePaymentsInput = { order_set_id: id, payment_ids: [] }
    // A cart without any seller line is captured as Medusa does: by hand.
    const isStock = set.shares.every((one) => one.seller_key === OPERATOR_KEY)
    if (which === "due" && isStock) {
      return new StepResponse(due)
    }
    const payments = await listOpenPayments(container, set.shares)
    if (!payments.length) {
      return new StepResponse(due)
    }
    const orders = await listOrders(
      container,
      set.shares.map((one) => one.order_id)
    )
    const isPaid = await isPaidOutside(container, set.payment_id)
    const { capture } = sets.options
    const isDue =
      which === "all" || isPaid || capture === "automatic"
        ? () => true
        : (order: OrderState) =>
            capture === "on_fulfillment" && isFulfilled(order)
    for (const { order_id, payment_collection_id } of set.shares) {
      const order = orders.find((one) => one.id === order_id)
      if (order && order.status !== OrderStatus.CANCELED && isDue(order)) {
        due.payment_ids.push(
          ...payments
            .filter(
              (one) => one.payment_collection_id === payment_collection_id
            )
            .map((one) => one.id)
        )
      }
    }
    return new StepResponse(due)
  }
)

type OrderState = {
  id: string
  status: string
  fulfillments?: ({ canceled_at?: unknown } | null)[] | null
}

const isFulfilled = ({ fulfillments }: OrderState) =>
  !!fulfillments?.some((one) => one && !one.canceled_at)

async function listOpenPayments(
  container: MedusaContainer,
  shares: { payment_collection_id: string | null }[]
) {
  const ids = shares.flatMap((share) => share.payment_collection_id ?? [])
  if (!ids.length) {
    return []
  }
  const payments = await sharePaymentRows(container).listPayments({
    payment_collection_id: ids,
  })
  return payments.filter((one) => !one.captured_at && !one.canceled_at)
}

async function listOrders(container: MedusaContainer, ids: string[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "fulfillments.id", "fulfillments.canceled_at"],
    filters: { id: ids },
  })
  return data
}

/**
 * The buyer paid at the payment service: by a webhook or an auto-capturing one.
 * When the capture of one share captured it, the others still wait for theirs.
 */
async function isPaidOutside(
  container: MedusaContainer,
  paymentId: string | null
): Promise<boolean> {
  if (!paymentId) {
    return false
  }
  const parent = await sharePaymentRows(container).retrievePayment(paymentId, {
    relations: ["captures"],
  })
  return !!parent.captured_at && !parent.captures?.some(isClaim)
}

/** The split provider notes on a capture of its own why it was made. */
function isClaim(capture: object): boolean {
  const metadata = "metadata" in capture ? capture.metadata : undefined
  return !!metadata && typeof metadata === "object" && "claim" in metadata
}
