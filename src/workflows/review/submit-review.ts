import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type ReviewChanged } from "../../events"
import { REVIEW_MODULE } from "../../modules/review"
import type {
  NewReview,
  ReviewModuleService,
} from "../../modules/review/service"

export type SubmitReviewInput = Omit<NewReview, "seller_id">

type BoughtOrder = {
  id: string
  customer_id: string | null
  seller?: { id: string } | null
  items?: {
    product_id: string | null
    detail: { delivered_quantity: number }
  }[]
}

/** Reads only: the customer bought it and it was delivered. */
const ensureBoughtStep = createStep(
  "ensure-review-bought",
  async (input: SubmitReviewInput, { container }) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: [
          "id",
          "customer_id",
          "seller.id",
          "items.product_id",
          "items.detail.delivered_quantity",
        ],
        filters: { id: input.order_id },
      })
    // The graph's rows are untyped at this edge; the fields above are asked for.
    const order = data[0] as unknown as BoughtOrder | undefined
    if (!order || order.customer_id !== input.customer_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id: ${input.order_id} was not found`
      )
    }
    const bought = (order.items ?? []).filter(({ product_id }) =>
      input.reference === "seller"
        ? order.seller?.id === input.reference_id
        : product_id === input.reference_id
    )
    if (
      !bought.some(({ detail }) => MathBN.gt(detail.delivered_quantity ?? 0, 0))
    ) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Nothing of ${input.reference} ${input.reference_id} was delivered with order ${order.id}`
      )
    }
    return new StepResponse<NewReview>({
      ...input,
      seller_id: order.seller?.id ?? null,
    })
  }
)

const addReviewStep = createStep(
  "add-review",
  async (input: NewReview, { container }) => {
    const review = await container
      .resolve<ReviewModuleService>(REVIEW_MODULE)
      .addReview(input)
    return new StepResponse(review, review.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<ReviewModuleService>(REVIEW_MODULE)
        .hideReview({ id, hidden: true })
    }
  }
)

export const submitReviewWorkflowId = "submit-review"

/**
 * A customer reviews a seller or product of a delivered order, once each by a
 * unique index.
 *
 * @throws MedusaError NOT_FOUND for an order that is not the customer's; NOT_ALLOWED when it was not bought there or not delivered; INVALID_DATA for a second one.
 */
export const submitReviewWorkflow = createWorkflow(
  submitReviewWorkflowId,
  (input: SubmitReviewInput) => {
    const review = addReviewStep(ensureBoughtStep(input))
    emitEventStep({
      eventName: MarketplaceEvents.REVIEW_SUBMITTED,
      data: transform({ review }, ({ review }): ReviewChanged => ({
        id: review.id,
        seller_id: review.seller_id,
      })),
    })
    return new WorkflowResponse(review)
  }
)
