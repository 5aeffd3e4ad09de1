import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SPLIT_PROVIDER_ID } from "../../providers/payment-split/types"
import { sharePaymentRows } from "./share-payment-rows"

export type EnsureSessionAllowedInput = {
  payment_collection_id: string
  provider_id: string
}

const ensureSessionAllowedStep = createStep(
  "ensure-payment-session-allowed",
  async (input: EnsureSessionAllowedInput, { container }) => {
    const { payment_collection_id, provider_id } = input
    if (provider_id === SPLIT_PROVIDER_ID) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `provider_id ${provider_id} is not for shoppers: choose a payment provider of the region`
      )
    }
    const shares = await sharePaymentRows(container).listPaymentSessions({
      payment_collection_id: [payment_collection_id],
      provider_id: SPLIT_PROVIDER_ID,
    })
    if (shares.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payment collection ${payment_collection_id} is an order's part of a payment that was made already`
      )
    }
    return new StepResponse(undefined)
  }
)

export const ensureSessionAllowedWorkflowId = "ensure-payment-session-allowed"

/**
 * Refuses a shopper's payment session with the split provider, and any on the
 * collection of a share, before Medusa touches a row: its workflow deletes the
 * collection's sessions while it opens the new one. Only reads.
 *
 * @throws MedusaError INVALID_DATA or NOT_ALLOWED (400).
 */
export const ensureSessionAllowedWorkflow = createWorkflow(
  ensureSessionAllowedWorkflowId,
  (input: EnsureSessionAllowedInput) =>
    new WorkflowResponse(ensureSessionAllowedStep(input))
)
