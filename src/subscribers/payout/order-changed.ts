import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import { settleOrderChangesWorkflow } from "../../workflows/payout/settle-order-changes"

/** When an order got new lines, freeze what they are worth to whom. */
export default async function settleChangedOrder({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await settleOrderChangesWorkflow(container).run({
    input: { order_id: event.data.order_id },
  })
}

export const config: SubscriberConfig = {
  event: [
    OrderEditWorkflowEvents.CONFIRMED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderWorkflowEvents.RETURN_REQUESTED,
  ],
  context: { subscriberId: "marketplace-settle-changed-order" },
}
