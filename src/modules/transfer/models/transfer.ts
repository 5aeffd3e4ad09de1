import { model } from "@medusajs/framework/utils"
import { transferKinds, transferStatuses } from "../types"

/** A file of a seller that is read or written in the background. */
export const Transfer = model
  .define("transfer", {
    id: model.id({ prefix: "trf" }).primaryKey(),
    seller_id: model.text(),
    /** In whose name. */
    member_id: model.text(),
    kind: model.enum([...transferKinds]),
    status: model.enum([...transferStatuses]).default("pending"),
    /** Filters and fields of an export. */
    input: model.json().nullable(),
    /** The private file that is read, or was written. */
    document_id: model.text().nullable(),
    /** How many products or orders there are; unknown before the first look. */
    total: model.number().nullable(),
    /** How many are done: where it goes on after a crash. */
    done: model.number().default(0),
    failed: model.number().default(0),
    /** Why it ended without a result. */
    error: model.text().nullable(),
    attempts: model.number().default(0),
    /** Whoever works on it says so again before then. */
    lease_until: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["seller_id", "created_at"] },
    {
      on: ["lease_until"],
      where: "status IN ('pending', 'running') AND deleted_at IS NULL",
    },
  ])
