import { model } from "@medusajs/framework/utils"
import { alertKinds } from "../types"

/** A condition that holds: kept while it does, so that it is told once. */
export const Alert = model
  .define("marketplace_alert", {
    id: model.id({ prefix: "alrt" }).primaryKey(),
    kind: model.enum([...alertKinds]),
    /** What it is about: a stock level, an account, a check. */
    subject: model.text(),
    data: model.json(),
    told_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["kind", "subject"], unique: true }])
