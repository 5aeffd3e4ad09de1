import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { SPLIT_PROVIDER_ID } from "../../providers/payment-split/types"
import { settleOrderSetWorkflow } from "./settle-order-set"

/** One of both. */
export type SettleOrderSetOfInput = {
  /** A buyer's payment; that of a share has nothing to settle. */
  payment_id?: string
  /** Any order of the set. */
  order_id?: string
}

const settleFoundStep = createStep(
  "settle-found-order-set",
  // no undo: settling only goes forward
  async (input: SettleOrderSetOfInput, { container }) => {
    const id = await findPlacedSet(container, input)
    if (id) {
      await settleOrderSetWorkflow(container).run({ input: { id } })
    }
    return new StepResponse(id ?? null)
  }
)

export const settleOrderSetOfWorkflowId = "settle-order-set-of"

/**
 * Settles the placed set that a payment or an order belongs to, if any.
 *
 * @returns The set's id, or null.
 */
export const settleOrderSetOfWorkflow = createWorkflow(
  settleOrderSetOfWorkflowId,
  (input: SettleOrderSetOfInput) => new WorkflowResponse(settleFoundStep(input))
)

async function findPlacedSet(
  container: MedusaContainer,
  { payment_id, order_id }: SettleOrderSetOfInput
): Promise<string | undefined> {
  const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
  if (order_id) {
    const [row] = await sets.listOrderSetOrders(
      { order_id },
      { relations: ["order_set"] }
    )
    return row?.order_set.status === "placed" ? row.order_set.id : undefined
  }
  if (!payment_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "Name a payment or an order"
    )
  }
  const payment = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id)
  if (payment.provider_id === SPLIT_PROVIDER_ID) {
    return undefined
  }
  const [set] = await sets.listOrderSets({
    payment_collection_id: payment.payment_collection_id,
    status: "placed",
  })
  return set?.id
}
