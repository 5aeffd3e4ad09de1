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
    /** Private files that explain it, by their ids. */
    attachments: model.array().nullable(),
    /** Counts the versions of the payload, so that nobody decides what they did not read. */
    revision: model.number().default(1),
    /** Of a request that changes a row: path → `{ from, to }`. */
    diff: model.json().nullable(),
    status: model.enum([...requestStatuses]).default("pending"),
    reviewer_id: model.text().nullable(),
    reviewer_note: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    result: model.json().nullable(),
    /** Why the last acceptance had no effect; the request is still open then. */
    failure: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_request_one_open",
      on: ["kind", "subject_id"],
      unique: true,
      where:
        "status IN ('draft', 'pending', 'escalated') AND deleted_at IS NULL",
    },
    { on: ["kind", "status"] },
    { on: ["seller_id"] },
    { on: ["submitter_id"] },
  ])
