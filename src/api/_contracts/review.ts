import { z } from "@medusajs/framework/zod"
import { reviewReferences } from "../../modules/review/types"
import type { ListedReview } from "../../workflows/review/list-reviews"
import { clearable, required } from "./texts"

const rating = z.number().int().min(1).max(5)

/** `POST /store/reviews` */
export const CreateReview = z.strictObject({
  order_id: required(60),
  reference: z.enum(reviewReferences),
  reference_id: required(60),
  rating,
  customer_note: clearable(300),
})
export type CreateReview = z.infer<typeof CreateReview>

/** `POST /store/reviews/:id` */
export const UpdateReview = z.strictObject({
  rating: rating.optional(),
  customer_note: clearable(300),
})
export type UpdateReview = z.infer<typeof UpdateReview>

/** `POST /vendor/sellers/me/reviews/:id`; `""` takes the answer back. */
export const AnswerReview = z.strictObject({ seller_note: clearable(300) })
export type AnswerReview = z.infer<typeof AnswerReview>

/** A review as its author, the seller and the operator read it. */
export function presentReview({ deleted_at, ...review }: ListedReview) {
  return review
}

/** A review as everybody reads it: nothing of the order, no ids of people. */
export function presentPublicReview({
  id,
  reference,
  rating,
  customer_note,
  seller_note,
  customer,
  seller,
  created_at,
  updated_at,
}: ListedReview) {
  return {
    id,
    reference,
    rating,
    customer_note,
    seller_note,
    created_at,
    updated_at,
    customer: {
      first_name: customer?.first_name ?? "",
      last_name: customer?.last_name ?? "",
    },
    seller: seller && { id: seller.id, name: seller.name },
  }
}
