import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE } from "../../modules/review"
import type { ReviewModuleService } from "../../modules/review/service"
import { withPeople } from "./list-reviews"

export type ListLatestReviewsInput = {
  seller_ids: string[]
  /** Of each seller, at most. */
  take: number
}

const listLatestReviewsStep = createStep(
  "list-latest-reviews",
  async ({ seller_ids, take }: ListLatestReviewsInput, { container }) => {
    const rows = seller_ids.length
      ? await container
          .resolve<ReviewModuleService>(REVIEW_MODULE)
          .latestReviews({ reference: "seller", ids: seller_ids, take })
      : []
    return new StepResponse(await withPeople(container, rows))
  }
)

export const listLatestReviewsWorkflowId = "list-latest-reviews"

/** The latest reviews of each of some sellers, newest first, in a fixed number of statements. */
export const listLatestReviewsWorkflow = createWorkflow(
  listLatestReviewsWorkflowId,
  (input: ListLatestReviewsInput) =>
    new WorkflowResponse(listLatestReviewsStep(input))
)
