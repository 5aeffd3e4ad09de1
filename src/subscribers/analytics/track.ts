import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { trackWorkflow } from "../../workflows/analytics/track"
import { trackedEvents } from "../../workflows/analytics/track-table"

/** Whatever the table of tracked events names: tell the host's analytics service. */
export default async function track({
  event,
  container,
}: SubscriberArgs<Record<string, unknown>>): Promise<void> {
  await trackWorkflow(container).run({
    input: { event: event.name, data: event.data },
  })
}

export const config: SubscriberConfig = {
  event: trackedEvents,
  context: { subscriberId: "marketplace-track" },
}
