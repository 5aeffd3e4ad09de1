import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { MarketplaceEvents, type TransferStarted } from "../../events"
import { runTransferWorkflow } from "../../workflows/transfer/run-transfer"

/** At once; the sweeper does it for certain. */
export default async function runStartedTransfer({
  event,
  container,
}: SubscriberArgs<TransferStarted>): Promise<void> {
  await runTransferWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: MarketplaceEvents.TRANSFER_STARTED,
}
