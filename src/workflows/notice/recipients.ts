import type { MedusaContainer } from "@medusajs/framework/types"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import {
  noticeLocales,
  type NoticeChannel,
  type NoticeLocale,
  type NoticeMode,
  type NoticeTopic,
  type RecipientType,
} from "../../modules/notice/types"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import type { Buyer, Facts } from "./facts/facts"
import { audienceChannels, type NoticeRule } from "./notice-rule"

export type Recipient = {
  type: RecipientType
  id: string | null
  channel: NoticeChannel
  to: string
  locale: NoticeLocale
  mode: Exclude<NoticeMode, "off">
}

/** Everybody whom one rule reaches for these facts, by their channels and choices. */
export async function recipientsOf(
  container: MedusaContainer,
  rule: NoticeRule,
  facts: Facts
): Promise<Recipient[]> {
  const { options } = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const { notificationLocale, operatorEmails } = options
  const channels = rule.channels ?? audienceChannels[rule.audience]
  switch (rule.audience) {
    case "buyer":
      return channels.flatMap((channel) =>
        buyerAt(channel, facts.buyer, notificationLocale)
      )
    case "operator":
      return channels.flatMap((channel) =>
        (channel === "email" ? operatorEmails : ["operator"]).map((to) => ({
          ...{ type: "operator" as const, id: null, channel, to },
          ...{ locale: notificationLocale, mode: "instant" as const },
        }))
      )
    default:
      return facts.seller_id
        ? await team(container, { ...rule, channels }, facts.seller_id)
        : []
  }
}

function buyerAt(
  channel: NoticeChannel,
  buyer: Buyer | null | undefined,
  fallback: NoticeLocale
): Recipient[] {
  const to = channel === "sms" ? buyer?.phone : buyer?.email
  const language = buyer?.locale?.slice(0, 2).toLowerCase()
  const locale = noticeLocales.find((one) => one === language) ?? fallback
  return buyer && to
    ? [{ type: "buyer", id: buyer.id, channel, to, locale, mode: "instant" }]
    : []
}

async function team(
  container: MedusaContainer,
  rule: NoticeRule,
  sellerId: string
): Promise<Recipient[]> {
  const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const fallback = notices.options.notificationLocale
  const members = await membersOf(container, rule, sellerId)
  const choices = await notices.choicesOf(
    sellerId,
    members.map(({ id }) => id)
  )
  const mails = members.flatMap(({ id, email }): Recipient[] => {
    const choice = choices.get(id)
    const mode = modeOf(rule.topic, choice?.topics)
    const locale = choice?.locale ?? fallback
    return mode === "off"
      ? []
      : [{ type: "member", id, channel: "email", to: email, locale, mode }]
  })
  return (rule.channels ?? []).flatMap((channel): Recipient[] =>
    channel === "email"
      ? mails
      : [
          {
            ...{ type: "seller", id: sellerId, channel, to: sellerId },
            ...{ locale: fallback, mode: "instant" },
          },
        ]
  )
}

/** What concerns the account itself is always told at once. */
function modeOf(
  topic: NoticeTopic,
  topics: Partial<Record<NoticeTopic, NoticeMode>> = {}
): NoticeMode {
  return topic === "account" ? "instant" : (topics[topic] ?? "instant")
}

async function membersOf(
  container: MedusaContainer,
  { audience, permission }: NoticeRule,
  sellerId: string
): Promise<{ id: string; email: string }[]> {
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const { members } = await sellers.searchTeam({
    seller_id: sellerId,
    limit: 1000,
    offset: 0,
  })
  if (audience === "owners") {
    return members.filter(({ role_id }) => role_id === "role_owner")
  }
  if (!permission) {
    return members
  }
  const allowed = await sellers.listSellerRolePermissions(
    { permission },
    { select: ["id", "role_id"] }
  )
  const roles = new Set(allowed.map(({ role_id }) => role_id))
  return members.filter(({ role_id }) => roles.has(role_id))
}
