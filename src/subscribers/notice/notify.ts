import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { notifyWorkflow } from "../../workflows/notice/notify"
import { noticeEvents } from "../../workflows/notice/notice-table"

/** Whatever the table of notices names: tell who is to be told. */
export default async function notify({
  event,
  container,
}: SubscriberArgs<Record<string, unknown>>): Promise<void> {
  await notifyWorkflow(container).run({
    input: { event: event.name, data: event.data },
  })
}

export const config: SubscriberConfig = {
  event: noticeEvents,
  context: { subscriberId: "marketplace-notify" },
}
