import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type {
  PayoutModuleService,
  PayoutNews,
} from "../../modules/payout/service"

/** Calls under way at once in one process; every payout is claimed, so more processes are safe too. */
const lanes = 4

/**
 * Sends every payout that waits, is unclear, or was left by a dead process, and
 * asks for those that are under way, until none is due.
 *
 * @param payoutIds - Only these; without it all that are due.
 */
export async function drivePayouts(
  container: MedusaContainer,
  payoutIds?: string[]
): Promise<PayoutNews[]> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const news: PayoutNews[] = []
  const drain = async (
    next: (id?: string) => Promise<PayoutNews | undefined>
  ) => {
    const ids = payoutIds && [...payoutIds]
    const lane = async () => {
      while (!ids || ids.length) {
        const one = await next(ids?.shift())
        if (one) {
          news.push(one)
        } else if (!ids) {
          return
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  await drain((id) => payout.sendNextPayout(id))
  await drain((id) => payout.checkNextSubmitted(id))
  return news
}
