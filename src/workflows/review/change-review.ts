import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type ReviewChanged } from "../../events"
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
  (input: ChangeReviewInput) => {
    const review = changeReviewStep(input)
    when("answered", input, ({ seller_note }) => Boolean(seller_note)).then(
      () => {
        emitEventStep({
          eventName: MarketplaceEvents.REVIEW_ANSWERED,
          data: transform({ review }, ({ review }): ReviewChanged => ({
            id: review.id,
            seller_id: review.seller_id,
          })),
        })
      }
    )
    return new WorkflowResponse(review)
  }
)
