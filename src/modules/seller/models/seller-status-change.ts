import { model } from "@medusajs/framework/utils"
import { sellerStatuses } from "../types"

/** Why and by whom a seller changed its status; append-only. */
export const SellerStatusChange = model
  .define("seller_status_change", {
    id: model.id({ prefix: "selchg" }).primaryKey(),
    seller_id: model.text(),
    from_status: model.enum([...sellerStatuses]),
    to_status: model.enum([...sellerStatuses]),
    reason: model.text().nullable(),
    actor_id: model.text(),
  })
  .indexes([{ on: ["seller_id"] }])
