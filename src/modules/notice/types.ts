import type { InferTypeOf } from "@medusajs/framework/types"
import { notificationLocales } from "../../options"
import type { Notice } from "./models/notice"

/** Where a notice goes; `seller_feed` and `feed` are read in the panels. */
export const noticeChannels = [
  "email",
  "seller_feed",
  "feed",
  "slack",
  "sms",
] as const
export type NoticeChannel = (typeof noticeChannels)[number]

/**
 * `pending` waits for its first or next try, `held` for the daily digest.
 * `digested`: its text went out in one. `skipped`: the channel has no provider.
 * `failed` was tried often enough: a dead letter.
 */
export const noticeStatuses = [
  "pending",
  "held",
  "sent",
  "digested",
  "skipped",
  "failed",
] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

/** What members can choose about. */
export const noticeTopics = [
  "orders",
  "returns",
  "requests",
  "payouts",
  "stock",
  "reviews",
  "team",
  "account",
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

export const noticeModes = ["instant", "daily", "off"] as const
export type NoticeMode = (typeof noticeModes)[number]

export const noticeLocales = notificationLocales
export type NoticeLocale = (typeof noticeLocales)[number]

export const recipientTypes = [
  "member",
  "seller",
  "operator",
  "buyer",
  "guest",
] as const
export type RecipientType = (typeof recipientTypes)[number]

export type NoticeRow = InferTypeOf<typeof Notice>

/** A notice that is to be kept, once per `key`. */
export type NewNotice = {
  /** `event:entity:version:recipient:channel`. */
  key: string
  event: string
  topic: NoticeTopic
  template: string
  locale: NoticeLocale
  channel: NoticeChannel
  /** Address of the channel: an e-mail address, a seller's id, `operator`. */
  to: string
  recipient_type: RecipientType
  recipient_id: string | null
  seller_id: string | null
  resource_type: string
  resource_id: string
  data: Record<string, unknown>
  status: "pending" | "held"
  /** When it may be sent first. */
  due_at: Date
}

/** Conditions that somebody is told of when they begin, and again only after they ended. */
export const alertKinds = [
  "stock_low",
  "balance_below_floor",
  "invariant_violated",
  "document_expiring",
] as const
export type AlertKind = (typeof alertKinds)[number]

/** One condition that holds now; `subject` tells it from others of its kind. */
export type NewAlert = { subject: string; data: Record<string, unknown> }

/** What became of one try. */
export type NoticeOutcome = {
  id: string
  status: Exclude<NoticeStatus, "held" | "digested">
  notification_id?: string | null
  error?: string | null
}

/** What one member chose at one seller; a topic that is not named is `instant`. */
export type NoticeChoices = {
  locale: NoticeLocale | null
  topics: Partial<Record<NoticeTopic, NoticeMode>>
}
