import type { Logger, PaymentDTO } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import { messageOf } from "../../sweeper/describe-error"

export type AuthorizeParentPaymentInput = {
  order_set_id: string
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
    let failure: unknown
    try {
      await payments.authorizePaymentSession(id, {})
    } catch (error) {
      failure = error
      const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.error(
        `Payment session ${id} was not authorised: ${messageOf(error)}`
      )
    }
    const session = await payments.retrievePaymentSession(id, {
      relations: ["payment", "payment.captures"],
    })
    const status: string = session.status
    if (status === "pending" && failure) {
      // No answer: the provider may hold the money, so somebody has to ask.
      await container
        .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
        .markPaymentUnknown(input.order_set_id)
    }
    if (status === "pending_authorization") {
      return new StepResponse<PaymentDTO | null>(null)
    }
    if (status !== "authorized" || !session.payment) {
      throw refusalOf(status)
    }
    return new StepResponse<PaymentDTO | null>(session.payment)
  }
)

function refusalOf(status: string): MedusaError {
  return status === "requires_more"
    ? new MedusaError(
        MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
        "More information is required for payment"
      )
    : new MedusaError(
        MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
        "Payment authorization failed"
      )
}
