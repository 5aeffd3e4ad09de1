import { model } from "@medusajs/framework/utils"
import { reviewReferences } from "../types"

/** How many reviews a seller or product has, and the sum of their ratings; written with each of them. */
export const ReviewScore = model
  .define("review_score", {
    id: model.id({ prefix: "revscr" }).primaryKey(),
    reference: model.enum([...reviewReferences]),
    reference_id: model.text(),
    count: model.number(),
    sum: model.number(),
  })
  .indexes([{ on: ["reference", "reference_id"], unique: true }])
