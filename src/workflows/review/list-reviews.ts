import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ReviewRow } from "../../modules/review/service"
import type { ReviewReference } from "../../modules/review/types"
import { sellerColumnFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

export type ListReviewsInput = {
  /** Whose reviews; `all` is the operator's. */
  of:
    | "all"
    | { customer_id: string }
    | { seller_id: SellerId }
    | { reference: ReviewReference; reference_id: string }
    | { order_id: string[] }
  id?: string
  q?: string
  limit: number
  offset: number
}

export type Reviewer = {
  id: string
  first_name: string | null
  last_name: string | null
  /** For who holds the author's order anyway: the seller and the operator. */
  email: string
}

export type ListedReview = ReviewRow & {
  /** A name is all that the public reads of an author (`presentPublicReview`). */
  customer: Reviewer | null
  seller: { id: string; name: string; photo: string | null } | null
}

export type ListedReviews = {
  reviews: ListedReview[]
  count: number
  /** Of all reviews of one subject; null without one. */
  average: number | null
}

const listReviewsStep = createStep(
  "list-reviews",
  async ({ of, id, q, limit, offset }: ListReviewsInput, { container }) => {
    const { data, metadata } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "review",
        fields: ["*"],
        filters: {
          ...(id ? { id } : {}),
          ...(q ? { q } : {}),
          ...ownFilter(of),
        },
        pagination: {
          take: limit,
          skip: offset,
          order: { created_at: "DESC" },
        },
      })
    return new StepResponse<ListedReviews>({
      reviews: await withPeople(container, data),
      count: metadata?.count ?? data.length,
      average: await readAverage(container, of),
    })
  }
)

export const listReviewsWorkflowId = "list-reviews"

/** Reviews, newest first, each with its author's name and its seller, in a fixed number of statements. */
export const listReviewsWorkflow = createWorkflow(
  listReviewsWorkflowId,
  (input: ListReviewsInput) => new WorkflowResponse(listReviewsStep(input))
)

function ownFilter(of: ListReviewsInput["of"]): Record<string, unknown> {
  if (of === "all") {
    return {}
  }
  return "seller_id" in of ? sellerColumnFilter(of.seller_id) : { ...of }
}

async function readAverage(
  container: MedusaContainer,
  of: ListReviewsInput["of"]
): Promise<number | null> {
  if (of === "all" || !("reference" in of)) {
    return null
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "review_score", fields: ["count", "sum"], filters: of })
  const { count = 0, sum = 0 } = data[0] ?? {}
  return count ? Math.round((100 * sum) / count) / 100 : null
}

/** Reviews with the names that belong to them, in two statements. */
export async function withPeople(
  container: MedusaContainer,
  reviews: ReviewRow[]
): Promise<ListedReview[]> {
  if (!reviews.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: customers } = await query.graph({
    entity: "customer",
    fields: ["id", "first_name", "last_name", "email"],
    filters: { id: reviews.map((review) => review.customer_id) },
  })
  const sellerIds = reviews.flatMap((review) => review.seller_id ?? [])
  const { data: sellers } = sellerIds.length
    ? await query.graph({
        entity: "seller",
        fields: ["id", "name", "photo"],
        filters: { id: sellerIds },
      })
    : { data: [] }
  return reviews.map((review) => ({
    ...review,
    customer: customers.find(({ id }) => id === review.customer_id) ?? null,
    seller: sellers.find(({ id }) => id === review.seller_id) ?? null,
  }))
}
