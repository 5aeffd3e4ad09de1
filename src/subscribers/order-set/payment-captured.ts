import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { settleOrderSetOfWorkflow } from "../../workflows/order-set/settle-order-set-of"

/** When a buyer's payment was captured, by a webhook for one, capture the payments of its orders. */
export default async function settlePaidOrderSet({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleOrderSetOfWorkflow(container).run({
    input: { payment_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: PaymentEvents.CAPTURED,
  context: { subscriberId: "marketplace-settle-paid-order-set" },
}
