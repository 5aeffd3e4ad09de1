import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { MarketplaceEvents, type OrderSetPlaced } from "../../events"
import { markOrderSetAnnouncedWorkflow } from "../../workflows/order-set/mark-order-set-announced"

/** Who hears `order_set.placed`, the last event of a completion, knows that the others are out too. */
export default async function noteOrderSetHeard({
  event,
  container,
}: SubscriberArgs<OrderSetPlaced>): Promise<void> {
  await markOrderSetAnnouncedWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: MarketplaceEvents.ORDER_SET_PLACED,
  context: { subscriberId: "marketplace-note-order-set-heard" },
}
