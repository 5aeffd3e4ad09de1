import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { mendEach } from "../sweeper/mend-each"
import type { SweepCounts } from "../sweeper/registry"
import { registerSweeper } from "../sweeper/registry"
import { listDueEarnings, listFreeReserves } from "./earnings-due"

const pageSize = 200

/** Makes payable what has waited long enough, page by page; each order is released once. */
async function sweepEarnings(container: MedusaContainer): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  let after = ""
  for (;;) {
    const page = await listDueEarnings(container, { after, limit: pageSize })
    const last = page.at(-1)
    if (!last) {
      return counts
    }
    add(
      counts,
      await mendEach(container, page, async (due) => {
        const posted = await payout.releaseEarnings({
          order_id: due.order_id,
          part: String(due.part),
          reserveBasisPoints: due.reserve_basis_points,
          reserveDays: due.reserve_days,
        })
        return Boolean(posted?.posted)
      })
    )
    after = last.order_id
  }
}

async function sweepReserves(container: MedusaContainer): Promise<SweepCounts> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  for (;;) {
    const page = await listFreeReserves(container, pageSize)
    const found = await mendEach(container, page, async (held) =>
      Boolean((await payout.freeReserve(held))?.posted)
    )
    add(counts, found)
    // What fails stays on the page: the next run tries it again.
    if (page.length < pageSize || found.failed) {
      return counts
    }
  }
}

function add(
  counts: SweepCounts,
  { found, mended, failed, error }: SweepCounts
) {
  counts.found += found
  counts.mended += mended
  counts.failed += failed
  counts.error = error ?? counts.error
}

registerSweeper({ name: "earnings", sweep: sweepEarnings })
registerSweeper({ name: "earnings-reserves", sweep: sweepReserves })
