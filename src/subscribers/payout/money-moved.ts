import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { postOrderMoneyWorkflow } from "../../workflows/payout/post-order-money"

/** When money of a payment moved, write it into the books. */
export default async function postMovedMoney({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await postOrderMoneyWorkflow(container).run({
    input: { payment_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "marketplace-post-moved-money" },
}
