import { model } from "@medusajs/framework/utils"
import { documentActors, documentPurposes, documentStatuses } from "../types"

/**
 * A private file of one seller or one customer. Only a route that knows the
 * owner gives it out. Without `file_id` it is still on its way.
 */
export const Document = model
  .define("document", {
    id: model.id({ prefix: "doc" }).primaryKey(),
    /** Whose it is: exactly one of the two. */
    seller_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    uploaded_by_type: model.enum([...documentActors]),
    uploaded_by_id: model.text(),
    purpose: model.enum([...documentPurposes]).default("document"),
    /** As it was called where it came from; never part of a path. */
    name: model.text().searchable(),
    mime_type: model.text(),
    bytes: model.number(),
    /** SHA-256 of the stored bytes, in hex. */
    sha256: model.text(),
    /** Key in the File module. */
    file_id: model.text().nullable(),
    /** What it proves, once it was handed in, e.g. `identity`. */
    kind: model.text().nullable(),
    status: model.enum([...documentStatuses]).default("uploaded"),
    /** Until when an accepted one is good. */
    expires_at: model.dateTime().nullable(),
    /** After that the file is thrown away. */
    keep_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["seller_id", "created_at"] },
    { on: ["customer_id"] },
    { on: ["expires_at"], where: "status = 'accepted' AND deleted_at IS NULL" },
    { on: ["keep_until"] },
  ])
  .checks([
    {
      name: "document_has_one_owner",
      expression: "num_nonnulls(seller_id, customer_id) = 1",
    },
  ])
