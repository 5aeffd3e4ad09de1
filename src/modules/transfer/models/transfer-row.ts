import { model } from "@medusajs/framework/utils"
import { rowOutcomes } from "../types"

/** What became of one product of an imported file. */
export const TransferRow = model
  .define("transfer_row", {
    id: model.id({ prefix: "trfrow" }).primaryKey(),
    transfer_id: model.text(),
    /** The product's first line in the file; the head is line 1. */
    line: model.number(),
    /** What the file calls the product: its id, external id or handle. */
    name: model.text().nullable(),
    outcome: model.enum([...rowOutcomes]),
    product_id: model.text().nullable(),
    request_id: model.text().nullable(),
    field: model.text().nullable(),
    reason: model.text().nullable(),
  })
  .indexes([{ on: ["transfer_id", "line"], unique: true }])
