import { model } from "@medusajs/framework/utils"

/** An event to be, written together with what it tells of. */
export const OutboxMessage = model.define(
  { tableName: "payout_outbox", name: "OutboxMessage" },
  {
    id: model.id({ prefix: "pobx" }).primaryKey(),
    topic: model.text(),
    dedupe_key: model.text(),
    payload: model.json(),
    available_at: model.dateTime(),
    attempts: model.number().default(0),
    done_at: model.dateTime().nullable(),
  }
)
