import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { withLocks } from "../../locking/hold-locks"
import { messageOf } from "../../sweeper/describe-error"

export type CapturePaymentsInput = {
  order_set_id: string
  payment_ids: string[]
}

/**
 * Captures payments one after another by Medusa's own workflow, which books each
 * on its order and tells `payment.captured`. One that fails does not keep the
 * others; the first failure is thrown at the end.
 *
 * @returns The ids that are captured now.
 */
export const capturePaymentsStep = createStep(
  "capture-payments",
  // no undo: captured money stays, only a refund gives it back
  async (input: CapturePaymentsInput, { container }) => {
    const captured: string[] = []
    const failures: unknown[] = []
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const payments = container.resolve(Modules.PAYMENT)
    const keys = [input.order_set_id]
    await withLocks(container, { keys, timeout: 60 }, async () => {
      for (const payment_id of input.payment_ids) {
        // Somebody may have been faster while this waited for the lock.
        const payment = await payments.retrievePayment(payment_id)
        if (payment.captured_at || payment.canceled_at) {
          continue
        }
        try {
          await capturePaymentWorkflow(container).run({ input: { payment_id } })
          captured.push(payment_id)
        } catch (error) {
          logger.error(
            `Payment ${payment_id} was not captured: ${messageOf(error)}`
          )
          failures.push(error)
        }
      }
    })
    if (failures.length) {
      throw failures[0]
    }
    return new StepResponse(captured)
  }
)
