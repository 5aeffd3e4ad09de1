import { model } from "@medusajs/framework/utils"
import {
  noticeChannels,
  noticeLocales,
  noticeStatuses,
  noticeTopics,
  recipientTypes,
} from "../types"

/** One thing told to one recipient through one channel: kept before it is sent, so that it is told once and for certain. */
export const Notice = model
  .define("notice", {
    id: model.id({ prefix: "ntc" }).primaryKey(),
    key: model.text(),
    event: model.text(),
    topic: model.enum([...noticeTopics]),
    template: model.text(),
    locale: model.enum([...noticeLocales]),
    channel: model.enum([...noticeChannels]),
    to: model.text(),
    recipient_type: model.enum([...recipientTypes]),
    recipient_id: model.text().nullable(),
    seller_id: model.text().nullable(),
    resource_type: model.text(),
    resource_id: model.text(),
    data: model.json(),
    status: model.enum([...noticeStatuses]).default("pending"),
    attempts: model.number().default(0),
    due_at: model.dateTime(),
    last_error: model.text().nullable(),
    /** Medusa's notification of the last try. */
    notification_id: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["key"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_notice_due",
      on: ["due_at"],
      where: "status IN ('pending', 'held') AND deleted_at IS NULL",
    },
    { on: ["seller_id", "channel", "created_at"] },
    { on: ["channel", "status", "created_at"] },
  ])
