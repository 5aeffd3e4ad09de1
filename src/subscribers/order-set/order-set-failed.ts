import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { MarketplaceEvents, type OrderSetFailed } from "../../events"
import { releaseOrderSetWorkflow } from "../../workflows/order-set/release-order-set"

/** At once; the sweeper does it again for certain. */
export default async function releaseFailedOrderSet({
  event,
  container,
}: SubscriberArgs<OrderSetFailed>): Promise<void> {
  await releaseOrderSetWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: MarketplaceEvents.ORDER_SET_FAILED,
}
