import { model } from "@medusajs/framework/utils"
import { noticeLocales } from "../types"

/** What a member wants to be told by mail at one seller. */
export const NoticePreference = model
  .define("notice_preference", {
    id: model.id({ prefix: "ntcpref" }).primaryKey(),
    seller_id: model.text(),
    member_id: model.text(),
    locale: model.enum([...noticeLocales]).nullable(),
    /** Topic → mode. */
    topics: model.json(),
  })
  .indexes([
    {
      on: ["seller_id", "member_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
  ])
