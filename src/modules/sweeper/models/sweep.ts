import { model } from "@medusajs/framework/utils"

/** One row per sweeper: when it is due, who runs it now, what it found last. */
export const Sweep = model.define("sweep", {
  id: model.id({ prefix: "sweep" }).primaryKey(),
  name: model.text().unique(),
  due_at: model.dateTime(),
  lease_owner: model.text().nullable(),
  lease_until: model.dateTime().nullable(),
  finished_at: model.dateTime().nullable(),
  found: model.number().default(0),
  mended: model.number().default(0),
  failed: model.number().default(0),
  last_error: model.text().nullable(),
})
