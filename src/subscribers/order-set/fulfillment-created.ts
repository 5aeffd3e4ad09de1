import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { settleOrderSetOfWorkflow } from "../../workflows/order-set/settle-order-set-of"

/** When an order is fulfilled, capture its payment if the option `capture` waits for that. */
export default async function settleFulfilledOrder({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await settleOrderSetOfWorkflow(container).run({
    input: { order_id: event.data.order_id },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.FULFILLMENT_CREATED,
  context: { subscriberId: "marketplace-settle-fulfilled-order" },
}
