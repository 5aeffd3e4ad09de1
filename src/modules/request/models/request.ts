import { model } from "@medusajs/framework/utils"
import { requestStatuses } from "../types"

/**
 * Something that a person asked for and another decides. `kind` says what its
 * acceptance runs; at most one request per kind and subject is open, by index.
 */
export const Request = model
  .define("request", {
    id: model.id({ prefix: "req" }).primaryKey(),
    kind: model.text(),
    /** What lists show and search: a name a human recognises it by. */
    title: model.text().searchable(),
    subject_id: model.text(),
    seller_id: model.text().nullable(),
    submitter_type: model.enum(["member", "seller", "customer", "auth"]),
    submitter_id: model.text(),
    payload: model.json(),
    status: model.enum([...requestStatuses]).default("pending"),
    reviewer_id: model.text().nullable(),
    reviewer_note: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    result: model.json().nullable(),
  })
  .indexes([
    {
      name: "IDX_request_one_open",
      on: ["kind", "subject_id"],
      unique: true,
      where: "status IN ('draft', 'pending') AND deleted_at IS NULL",
    },
    { on: ["kind", "status"] },
    { on: ["seller_id"] },
  ])
