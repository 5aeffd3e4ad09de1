import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { authorizeSharePaymentsStep } from "./steps/authorize-share-payments"
import { capturePaymentsStep } from "./steps/capture-payments"
import { findDueCapturesStep } from "./steps/find-due-captures"

export type SettleOrderSetInput = { id: string }

/** The set's parent payment; an authorisation that was deferred at placement is noted when it has come. */
const adoptParentPaymentStep = createStep(
  "adopt-parent-payment",
  // no undo: the payment is there, whatever happens later
  async ({ id }: SettleOrderSetInput, { container }) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    const set = await sets.retrieveOrderSet(id)
    if (set.payment_id || !set.payment_session_id) {
      return new StepResponse(set.payment_id)
    }
    const payments = container.resolve(Modules.PAYMENT)
    const session = await payments.retrievePaymentSession(
      set.payment_session_id,
      { relations: ["payment"] }
    )
    const payment = session.payment
    if (!payment || payment.canceled_at) {
      return new StepResponse(null)
    }
    await sets.updateOrderSets({ id, payment_id: payment.id })
    return new StepResponse(payment.id)
  }
)

export const settleOrderSetWorkflowId = "settle-order-set"

/**
 * Brings the payments of a placed set to where they should be: authorises the
 * shares when the buyer's payment has come late, and captures what is due by the
 * option `capture`, or everything when the payment service has taken the money by itself. Harmless to
 * run at any time, by anybody.
 *
 * @returns The ids of the payments captured now.
 */
export const settleOrderSetWorkflow = createWorkflow(
  settleOrderSetWorkflowId,
  (input: SettleOrderSetInput) => {
    const parent = adoptParentPaymentStep(input)
    when("buyer-has-paid", { parent }, ({ parent }) => !!parent).then(() =>
      authorizeSharePaymentsStep(
        transform({ input, parent }, ({ input, parent }) => ({
          order_set_id: input.id,
          parent_payment_id: parent ?? "",
        }))
      )
    )
    const due = findDueCapturesStep(
      transform({ input, parent }, ({ input }) => ({
        id: input.id,
        which: "due" as const,
      }))
    )
    return new WorkflowResponse(capturePaymentsStep(due))
  }
)
