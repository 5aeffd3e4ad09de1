import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { MarketplaceEvents, type OrderSetPlaced } from "../../events"
import { settleOrderSetWorkflow } from "../../workflows/order-set/settle-order-set"

/** When a set is placed, capture what the option `capture` says. */
export default async function settlePlacedOrderSet({
  event,
  container,
}: SubscriberArgs<OrderSetPlaced>): Promise<void> {
  await settleOrderSetWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: MarketplaceEvents.ORDER_SET_PLACED,
  context: { subscriberId: "marketplace-settle-placed-order-set" },
}
