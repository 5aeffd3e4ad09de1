import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { postOrderMoneyWorkflow } from "../../workflows/payout/post-order-money"

/** When an order is cancelled, write into the books what its buyer got back: Medusa tells no refund then. */
export default async function postCanceledOrder({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await postOrderMoneyWorkflow(container).run({
    input: { order_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "marketplace-post-canceled-order" },
}
