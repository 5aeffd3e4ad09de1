import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { REVIEW_MODULE } from "../../../modules/review"
import type { ReviewModuleService } from "../../../modules/review/service"
import { nameOf } from "./payout"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** What a customer thinks of a seller or its goods, and the answer; the version is the answer. */
export const reviewFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [review] = await container
    .resolve<ReviewModuleService>(REVIEW_MODULE)
    .listReviews({ id })
  if (!review) {
    return null
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "email", "locale"],
      filters: { id: review.order_id },
    })
  const [order] = data
  const { seller_id, seller_note } = review
  return {
    resource_type: "review",
    resource_id: id,
    version: createHash("sha256")
      .update(seller_note ?? "")
      .digest("hex")
      .slice(0, 16),
    seller_id,
    buyer: order?.email
      ? {
          ...{ id: review.customer_id, email: order.email, phone: null },
          locale: order.locale ?? null,
        }
      : null,
    data: {
      seller: seller_id ? await nameOf(container, seller_id) : undefined,
      rating: review.rating,
      note: review.customer_note,
      answer: seller_note,
    },
  }
}
