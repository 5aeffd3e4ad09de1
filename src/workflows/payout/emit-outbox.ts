import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { SweepCounts } from "../sweeper/registry"

/** Events emitted at once. */
const batch = 100

/** Emits what was written with the payouts; what the bus refuses comes again. */
export async function emitOutbox(
  container: MedusaContainer
): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const bus = container.resolve(Modules.EVENT_BUS)
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  for (;;) {
    const messages = await payout.claimOutbox(batch)
    if (!messages.length) {
      return counts
    }
    counts.found += messages.length
    await bus.emit(
      messages.map(({ topic, payload }) => ({ name: topic, data: payload }))
    )
    await payout.finishOutbox(messages.map(({ id }) => id))
    counts.mended += messages.length
  }
}

/** Last in a workflow: what it wrote is told at once. no undo: what was told stays told. */
export const emitOutboxStep = createStep(
  "emit-payout-outbox",
  async (_: void, { container }) => {
    await emitOutbox(container)
    return new StepResponse(undefined)
  }
)
