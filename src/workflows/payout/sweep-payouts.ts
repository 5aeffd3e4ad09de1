import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { SweepCounts } from "../sweeper/registry"
import { registerSweeper } from "../sweeper/registry"
import { drivePayouts } from "./drive-payouts"

/** Events emitted at once. */
const outboxBatch = 100

/** Pays by the sellers' schedules, and finishes what a dead process left. */
async function sweepPayouts(container: MedusaContainer): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const run = await payout.reserveDuePayouts()
  const news = await drivePayouts(container)
  const unclear = news.filter(({ status }) => status === "unknown").length
  return {
    found: news.length + run.failed.length,
    mended: news.length - unclear,
    failed: unclear + run.failed.length,
    error: run.failed[0]?.error,
  }
}

async function sweepProviderEvents(
  container: MedusaContainer
): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  return await payout.processProviderEvents()
}

/** Emits what was written with the payouts; what the bus refuses comes again. */
async function sweepOutbox(container: MedusaContainer): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const bus = container.resolve(Modules.EVENT_BUS)
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  for (;;) {
    const messages = await payout.claimOutbox(outboxBatch)
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

registerSweeper({ name: "payouts", sweep: sweepPayouts })
registerSweeper({ name: "payout-provider-events", sweep: sweepProviderEvents })
registerSweeper({ name: "payout-outbox", sweep: sweepOutbox })
