import { EventPriority, OrderWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addOrderTransactionStep,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { MarketplaceEvents } from "../../events"
import { authorizeParentPaymentStep } from "./steps/authorize-parent-payment"
import { authorizeSharePaymentsStep } from "./steps/authorize-share-payments"
import { placeOrderSetStep } from "./steps/place-order-set"
import { capturesOf } from "./captures-of"

export type FinishOrderSetInput = {
  id: string
  /** All orders of the set, the first one first. */
  order_ids: string[]
  payment_session_id?: string | null
}

export const finishOrderSetWorkflowId = "finish-order-set"

/**
 * The end of a completion whose process died after everything but the payment
 * was written. The hook `orderCreated` of `complete-cart` does not run here.
 *
 * @throws What `authorizeParentPaymentStep` throws; nothing was placed then.
 */
export const finishOrderSetWorkflow = createWorkflow(
  finishOrderSetWorkflowId,
  (input: FinishOrderSetInput) => {
    const payment = authorizeParentPaymentStep(
      transform({ input }, ({ input }) => ({
        order_set_id: input.id,
        payment_session_id: input.payment_session_id,
      }))
    )
    authorizeSharePaymentsStep(
      transform({ input, payment }, ({ input, payment }) => ({
        order_set_id: input.id,
        parent_payment_id: input.order_ids.length > 1 ? payment?.id : null,
      }))
    )
    addOrderTransactionStep(
      transform({ input, payment }, ({ input, payment }) =>
        capturesOf(payment, input.order_ids)
      )
    )
    emitEventStep({
      eventName: OrderWorkflowEvents.PLACED,
      data: transform({ input }, ({ input }) =>
        input.order_ids.map((id) => ({ id }))
      ),
      options: { priority: EventPriority.CRITICAL },
    })
    emitEventStep({
      eventName: MarketplaceEvents.ORDER_SET_PLACED,
      data: { id: input.id },
    }).config({ name: "emit-order-set-placed" })
    placeOrderSetStep(
      transform({ input, payment }, ({ input, payment }) => ({
        id: input.id,
        order_id: input.order_ids[0] ?? "",
        payment_id: payment?.id ?? null,
      }))
    )
    return new WorkflowResponse(undefined)
  }
)
