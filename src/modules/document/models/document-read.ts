import { model } from "@medusajs/framework/utils"
import { documentActors } from "../types"

/** Who got the content of a private file, or an address for it, and when; append-only. */
export const DocumentRead = model
  .define("document_read", {
    id: model.id({ prefix: "docrd" }).primaryKey(),
    document_id: model.text(),
    actor_type: model.enum([...documentActors]),
    actor_id: model.text(),
  })
  .indexes([{ on: ["document_id"] }])
