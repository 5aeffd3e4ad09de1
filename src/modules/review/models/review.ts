import { model } from "@medusajs/framework/utils"
import { reviewReferences } from "../types"

/** What a customer thinks of a seller or product that it bought; one per order and subject, by index. */
export const Review = model
  .define("review", {
    id: model.id({ prefix: "rev" }).primaryKey(),
    reference: model.enum([...reviewReferences]),
    reference_id: model.text(),
    /** Whose it is to answer; null for the operator's goods. */
    seller_id: model.text().nullable(),
    order_id: model.text(),
    customer_id: model.text(),
    rating: model.number(),
    customer_note: model.text().searchable().nullable(),
    seller_note: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_review_one_each",
      on: ["order_id", "reference", "reference_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    { on: ["reference", "reference_id"] },
    { on: ["seller_id"] },
    { on: ["customer_id"] },
  ])
  .checks([
    { name: "review_rating_check", expression: "rating BETWEEN 1 AND 5" },
  ])
