import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { postOrderMoneyWorkflow } from "../../workflows/payout/post-order-money"

/** When an order is placed, write into the books what its payment service took at once. */
export default async function postPlacedOrder({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await postOrderMoneyWorkflow(container).run({
    input: { order_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "marketplace-post-placed-order" },
}
