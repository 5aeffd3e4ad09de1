import type { MedusaContainer } from "@medusajs/framework/types"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import type { NewNotice } from "../../modules/notice/types"
import { factsOf, type Facts, type Payload } from "./facts/facts"
import { nextDigest } from "./next-digest"
import type { NoticeRule } from "./notice-rule"
import { noticeRules } from "./notice-table"
import { recipientsOf, type Recipient } from "./recipients"
import { renderNotice } from "./render-notice"

export type Told = { event: string; data: Payload }

/** Every notice that one event asks for; the same event plans the same keys. */
export async function planNotices(
  container: MedusaContainer,
  { event, data }: Told
): Promise<NewNotice[]> {
  const planned: NewNotice[] = []
  const known = new Map<NoticeRule["facts"], Facts | null>()
  for (const rule of noticeRules.filter(
    (one) => one.event === event && (one.only?.(data) ?? true)
  )) {
    if (!known.has(rule.facts)) {
      known.set(rule.facts, await factsOf(rule.facts)(container, data, event))
    }
    const facts = known.get(rule.facts)
    if (facts) {
      const recipients = await recipientsOf(container, rule, facts)
      planned.push(
        ...recipients.map((recipient) =>
          noticeOf(container, { rule, facts, recipient })
        )
      )
    }
  }
  return planned
}

function noticeOf(
  container: MedusaContainer,
  of: { rule: NoticeRule; facts: Facts; recipient: Recipient }
): NewNotice {
  const { rule, recipient, facts } = of
  const { options } = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const isHeld = recipient.mode === "daily"
  return {
    key: [
      ...[rule.event, facts.resource_id, facts.version, rule.template],
      ...[recipient.id ?? recipient.to, recipient.channel],
    ].join(":"),
    event: rule.event,
    topic: rule.topic,
    template: rule.template,
    locale: recipient.locale,
    channel: recipient.channel,
    to: recipient.to,
    recipient_type: recipient.type,
    recipient_id: recipient.id,
    seller_id: facts.seller_id,
    resource_type: facts.resource_type,
    resource_id: facts.resource_id,
    data: titled(rule, recipient, facts),
    status: isHeld ? "held" : "pending",
    due_at: isHeld ? nextDigest(options.digestHour, new Date()) : new Date(),
  }
}

/** Panels show `title`; only the seller's own people follow the link. */
function titled(rule: NoticeRule, recipient: Recipient, facts: Facts) {
  const { url, ...rest } = facts.data
  const data = recipient.type === "buyer" ? rest : { ...rest, url }
  const { subject } = renderNotice(rule.template, recipient.locale, data)
  return { ...data, title: subject }
}
