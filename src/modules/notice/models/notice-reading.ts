import { model } from "@medusajs/framework/utils"

/** Somebody read one line of a feed. */
export const NoticeReading = model
  .define("notice_reading", {
    id: model.id({ prefix: "ntcread" }).primaryKey(),
    notice_id: model.text(),
    /** A member's id, or a user's for the operator's feed. */
    reader_id: model.text(),
  })
  .indexes([
    {
      on: ["notice_id", "reader_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
  ])
