import type { MedusaContainer } from "@medusajs/framework/types"
import { NOTICE_MODULE } from "../../modules/notice"
import type { NoticeModuleService } from "../../modules/notice/service"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { healthAlerts, sellerAlerts, type AlertSource } from "./alert-sources"
import { tellAlertWorkflow } from "./tell-alert"

const healthPeriodMs = 10 * 60_000
let healthLookedAt = 0

registerSweeper({
  name: "seller-alerts",
  sweep: async (container) => await raiseAlerts(container, sellerAlerts),
})

registerSweeper({
  name: "health-alerts",
  sweep: async (container) => {
    if (Date.now() - healthLookedAt < healthPeriodMs) {
      return { found: 0, mended: 0, failed: 0 }
    }
    healthLookedAt = Date.now()
    return await raiseAlerts(container, healthAlerts)
  },
})

/**
 * Says once of each condition that it began. A crash between saying and noting it
 * says it again, with the same payload.
 */
export async function raiseAlerts(
  container: MedusaContainer,
  sources: AlertSource[]
): Promise<SweepCounts> {
  const notices = container.resolve<NoticeModuleService>(NOTICE_MODULE)
  const counts = { found: 0, mended: 0, failed: 0 }
  for (const { kind, event, find } of sources) {
    const untold = await notices.keepAlerts(kind, await find(container))
    const told = await mendEach(container, untold, async ({ id, data }) => {
      await tellAlertWorkflow(container).run({
        input: { event, data: { id, ...data } },
      })
      await notices.settleAlert(id)
      return true
    })
    counts.found += told.found
    counts.mended += told.mended
    counts.failed += told.failed
  }
  return counts
}
