import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type {
  PayoutModuleService,
  PayoutRun,
} from "../../modules/payout/service"
import type { SweepCounts } from "../sweeper/registry"
import { registerSweeper } from "../sweeper/registry"
import { drivePayouts } from "./drive-payouts"
import { emitOutbox } from "./emit-outbox"

/** Pays by the sellers' schedules, at the times of the option `schedules`. */
async function sweepPayouts(container: MedusaContainer): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  return await drive(container, await payout.reserveDuePayouts())
}

/** Finishes what waits, is unclear, or was left by a dead process, whatever the time. */
async function sweepUnfinished(
  container: MedusaContainer
): Promise<SweepCounts> {
  return await drive(container, { payout_ids: [], failed: [] })
}

async function drive(
  container: MedusaContainer,
  run: PayoutRun
): Promise<SweepCounts> {
  const news = await drivePayouts(container)
  const unclear = news.filter(
    ({ status, error }) => error || status === "unknown"
  ).length
  return {
    found: news.length + run.failed.length,
    mended: news.length - unclear,
    failed: unclear + run.failed.length,
    error: run.failed[0]?.error ?? news.find(({ error }) => error)?.error,
  }
}

async function sweepProviderEvents(
  container: MedusaContainer
): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  return await payout.processProviderEvents()
}

registerSweeper({ name: "payouts", sweep: sweepPayouts })
registerSweeper({ name: "unfinished-payouts", sweep: sweepUnfinished })
registerSweeper({ name: "payout-provider-events", sweep: sweepProviderEvents })
registerSweeper({ name: "payout-outbox", sweep: emitOutbox })
