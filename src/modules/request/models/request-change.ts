import { model } from "@medusajs/framework/utils"
import { requestActors, requestStatuses } from "../types"

/** Who moved a request to which status, and with what note; append-only. */
export const RequestChange = model
  .define("request_change", {
    id: model.id({ prefix: "reqchg" }).primaryKey(),
    request_id: model.text(),
    to_status: model.enum([...requestStatuses]),
    actor_type: model.enum([...requestActors]),
    actor_id: model.text(),
    note: model.text().nullable(),
  })
  .indexes([{ on: ["request_id"] }])
