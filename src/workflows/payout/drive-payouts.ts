import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type {
  PayoutModuleService,
  PayoutNews,
} from "../../modules/payout/service"

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
  const sent = await payout.sendPayouts(payoutIds)
  return [...sent, ...(await payout.checkSubmitted(payoutIds))]
}
