import { z } from "@medusajs/framework/zod"
import type { FeedLine } from "../../modules/notice/service"
import {
  noticeLocales,
  noticeModes,
  noticeTopics,
  type NoticeChoices,
  type NoticeRow,
} from "../../modules/notice/types"
import { required } from "./texts"

/** What concerns the account itself cannot be switched off. */
export const choosableTopics = noticeTopics.filter(
  (topic) => topic !== "account"
)

/** `POST /vendor/notifications/read`; without ids everything is read. */
export const ReadNotices = z.strictObject({
  ids: z.array(required(80)).max(1000).optional(),
})
export type ReadNotices = z.infer<typeof ReadNotices>

/** `POST /vendor/notification-preferences`; a topic that is not named keeps its mode. */
export const ChooseNotices = z.strictObject({
  locale: z.enum(noticeLocales).nullish(),
  topics: z
    .strictObject(
      Object.fromEntries(
        choosableTopics.map((topic) => [topic, z.enum(noticeModes).optional()])
      )
    )
    .optional(),
})
export type ChooseNotices = z.infer<typeof ChooseNotices>

/** One line of a feed; `data.title` is its headline. */
export function presentFeedLine({ read_at, ...line }: FeedLine) {
  return {
    ...line,
    created_at: new Date(line.created_at),
    updated_at: new Date(line.updated_at),
    read_at: read_at && new Date(read_at),
  }
}

/** What a member chose, every topic named. */
export function presentChoices(choices: NoticeChoices | undefined) {
  return {
    locale: choices?.locale ?? null,
    topics: Object.fromEntries(
      choosableTopics.map((topic) => [
        topic,
        choices?.topics[topic] ?? "instant",
      ])
    ),
  }
}

/** A delivery as the operator reads it: what it told is in the recipient's feed or mail, not here. */
export function presentDelivery({ data, key, ...row }: NoticeRow) {
  return { ...row, title: data.title ?? null }
}
