import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutAccount } from "../../modules/payout/models/payout-account"
import type { PayoutModuleService } from "../../modules/payout/service"

export type PayoutAccountRow = InferTypeOf<typeof PayoutAccount>

/**
 * A seller's payout account.
 *
 * @throws MedusaError NOT_FOUND before it was opened and after it was removed.
 */
export async function ensureAccount(
  container: MedusaContainer,
  sellerId: string
): Promise<PayoutAccountRow> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const [row] = await payout.listPayoutAccounts({ seller_id: sellerId })
  if (!row?.provider_account_id || row.removed_at) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Seller ${sellerId} has no payout account`
    )
  }
  return row
}

export const readAccountStep = createStep(
  "read-payout-account",
  async ({ seller_id }: { seller_id: string }, { container }) => {
    return new StepResponse(await ensureAccount(container, seller_id))
  }
)
