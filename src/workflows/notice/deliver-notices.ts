import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import type { NoticeRow } from "../../modules/notice/types"
import { describeError, messageOf } from "../sweeper/describe-error"
import { renderNotice } from "./render-notice"

export type Deliveries = {
  tried: number
  sent: number
  skipped: number
  failed: number
}

/**
 * Tries every due notice once; `ids`: only these. Who calls at the same time
 * gets others. A try that fails waits for its next turn, the last one makes a
 * dead letter; a channel without a provider is noted as skipped.
 */
export async function deliverNotices(
  container: MedusaContainer,
  ids?: string[]
): Promise<Deliveries> {
  const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const counts = { tried: 0, sent: 0, skipped: 0, failed: 0 }
  const due = ids && !ids.length ? [] : await notices.claimNotices(ids)
  const channels = due.length ? await openChannels(container) : new Set()
  for (const notice of due) {
    counts.tried += 1
    if (!channels.has(notice.channel)) {
      counts.skipped += 1
      await notices.settleNotice({ id: notice.id, status: "skipped" })
      continue
    }
    counts[(await tryOne(container, notice)) ? "sent" : "failed"] += 1
  }
  return counts
}

async function tryOne(
  container: MedusaContainer,
  notice: NoticeRow
): Promise<boolean> {
  const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const { id, attempts } = notice
  try {
    const notification_id = await send(container, notice)
    await notices.settleNotice({ id, status: "sent", notification_id })
    return true
  } catch (error) {
    const isLast = attempts >= notices.options.notificationAttempts
    await notices.settleNotice({
      id,
      status: isLast ? "failed" : "pending",
      error: describeError(error),
    })
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(
      `Notice ${id} was not sent at try ${attempts}${isLast ? ", the last one" : ""}: ${messageOf(error).replaceAll(notice.to, "…")}`
    )
    return false
  }
}

async function send(
  container: MedusaContainer,
  notice: NoticeRow
): Promise<string> {
  const { key, attempts, last_error, data, to, channel, template } = notice
  const notification = await container
    .resolve(Modules.NOTIFICATION)
    .createNotifications({
      ...{ to, channel, template, data },
      content: renderNotice(template, notice.locale, data),
      trigger_type: notice.event,
      resource_type: notice.resource_type,
      resource_id: notice.resource_id,
      receiver_id: notice.recipient_id,
      // Medusa 2.21 cannot send a failed key again: it looks for a row that it
      // did not write. So only a first try has the key there; the claim keeps
      // tries apart, and the provider gets the one key each time.
      idempotency_key: attempts > 1 || last_error ? undefined : key,
      provider_data: { idempotency_key: key },
    })
  // Nothing comes back for a key that was sent before.
  return notification?.id ?? ""
}

/** The channels for which the host configured a provider. */
async function openChannels(container: MedusaContainer): Promise<Set<string>> {
  // The module has no method that lists its providers.
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{
      rows: { channel: string }[]
    }>(
      `select distinct unnest(channels) as channel from notification_provider where is_enabled and deleted_at is null`
    )
  return new Set(rows.map(({ channel }) => channel))
}
