import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE } from "../../modules/review"
import type { ReviewModuleService } from "../../modules/review/service"

export type ChangeReviewInput = {
  /** Checked to be the writer's to change. */
  id: string
  rating?: number
  customer_note?: string | null
  /** The seller's answer; null takes it back. */
  seller_note?: string | null
}

const changeReviewStep = createStep(
  "change-review",
  async (input: ChangeReviewInput, { container }) => {
    const { review, before } = await container
      .resolve<ReviewModuleService>(REVIEW_MODULE)
      .changeReview(input)
    const { id, rating, customer_note, seller_note } = before
    return new StepResponse(review, { id, rating, customer_note, seller_note })
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<ReviewModuleService>(REVIEW_MODULE)
        .changeReview(before)
    }
  }
)

export const changeReviewWorkflowId = "change-review"

/**
 * Changes a review or its answer; the average follows in the same transaction.
 *
 * @throws MedusaError NOT_FOUND
 */
export const changeReviewWorkflow = createWorkflow(
  changeReviewWorkflowId,
  (input: ChangeReviewInput) => new WorkflowResponse(changeReviewStep(input))
)
