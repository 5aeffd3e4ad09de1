import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REVIEW_MODULE } from "../../modules/review"
import type { ReviewModuleService } from "../../modules/review/service"
import type { RequestOf } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"

/** A seller's report of a review. */
export const reviewRemovalPayload = z.object({
  review_id: z.string().trim().min(1).max(60),
  reason: z.string().trim().min(1).max(1000),
})
export type ReviewRemovalPayload = z.infer<typeof reviewRemovalPayload>

const hideReviewStep = createStep(
  "hide-review",
  async (id: string, { container }) => {
    const reviews = container.resolve<ReviewModuleService>(REVIEW_MODULE)
    await reviews.retrieveReview(id)
    await reviews.hideReview({ id, hidden: true })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<ReviewModuleService>(REVIEW_MODULE)
        .hideReview({ id, hidden: false })
    }
  }
)

export const removeReviewWorkflowId = "remove-review"

/**
 * Takes a review away; the average follows in the same transaction.
 *
 * @throws MedusaError NOT_FOUND, also for a second time.
 */
export const removeReviewWorkflow = createWorkflow(
  removeReviewWorkflowId,
  (input: { id: string }) => new WorkflowResponse(hideReviewStep(input.id))
)

/** The acceptance of a report: the review is gone for everybody. */
export const acceptReviewRemovalWorkflow = createWorkflow(
  "accept-review-removal",
  (input: { request: RequestOf<ReviewRemovalPayload> }) => {
    const { review_id } = input.request.payload
    removeReviewWorkflow.runAsStep({ input: { id: review_id } })
    return new WorkflowResponse(
      transform({ review_id }, ({ review_id }): RequestResult => ({
        type: "review",
        id: review_id,
      }))
    )
  }
)
