import type { NoticeChannel, NoticeTopic } from "../../modules/notice/types"
import type { Permission } from "../../modules/seller/types"
import type { FactsName, Payload } from "./facts/facts"
import type { TemplateName } from "./texts/words"

/**
 * Who is told. `team`: the seller's feed, and every member who holds the
 * permission by mail; `owners`: the feed and the owner; `operator`: the
 * operator's feed and whatever else the host connected; `buyer`: who bought.
 */
export type Audience = "team" | "owners" | "operator" | "buyer"

export type NoticeRule = {
  event: string
  facts: FactsName
  template: TemplateName
  topic: NoticeTopic
  audience: Audience
  /** Of the members of the team. */
  permission?: Permission
  /** Of the occurrences of the event; all without it. */
  only?: (payload: Payload) => boolean
  /** Instead of those of the audience. */
  channels?: readonly NoticeChannel[]
}

/** How each audience is reached; a channel without a provider is skipped and noted. */
export const audienceChannels: Record<Audience, readonly NoticeChannel[]> = {
  team: ["seller_feed", "email"],
  owners: ["seller_feed", "email"],
  operator: ["feed", "slack", "email"],
  buyer: ["email"],
}
