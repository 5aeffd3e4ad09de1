import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { refundReturnWorkflow } from "../../workflows/order/refund-return"

/** The goods are there: the buyer gets the money of what it asked to send back. */
export default async function refundReceivedReturn({
  event,
  container,
}: SubscriberArgs<{ order_id: string; return_id: string }>): Promise<void> {
  const { order_id, return_id } = event.data
  await refundReturnWorkflow(container).run({
    input: { order_id, return_id },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.RETURN_RECEIVED,
}
