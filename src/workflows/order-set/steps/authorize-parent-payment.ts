import type { Logger, PaymentDTO } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type AuthorizeParentPaymentInput = {
  /** Absent for a free cart. */
  payment_session_id?: string | null
}

/**
 * Authorises the buyer's payment, once: a session that was authorised before
 * answers its payment, and the provider knows the call by the session's id.
 *
 * @returns The payment with its captures; null for a free cart and while the provider defers its answer.
 * @throws MedusaError PAYMENT_REQUIRES_MORE_ERROR or PAYMENT_AUTHORIZATION_ERROR, as Medusa's own step.
 */
export const authorizeParentPaymentStep = createStep(
  "authorize-parent-payment",
  // no undo: no compensation moves money; releaseOrderSetWorkflow does, from rows
  async (input: AuthorizeParentPaymentInput, { container }) => {
    if (!input.payment_session_id) {
      return new StepResponse<PaymentDTO | null>(null)
    }
    const id = input.payment_session_id
    const payments = container.resolve(Modules.PAYMENT)
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    try {
      await payments.authorizePaymentSession(id, {})
    } catch (error) {
      logger.error(`Payment session ${id} was not authorised: ${String(error)}`)
    }
    const session = await payments.retrievePaymentSession(id, {
      relations: ["payment", "payment.captures"],
    })
    if (session.status === PaymentSessionStatus.PENDING_AUTHORIZATION) {
      return new StepResponse<PaymentDTO | null>(null)
    }
    if (session.status === PaymentSessionStatus.REQUIRES_MORE) {
      throw new MedusaError(
        MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
        "More information is required for payment"
      )
    }
    if (
      session.status !== PaymentSessionStatus.AUTHORIZED ||
      !session.payment
    ) {
      throw new MedusaError(
        MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
        "Payment authorization failed"
      )
    }
    return new StepResponse<PaymentDTO | null>(session.payment)
  }
)
