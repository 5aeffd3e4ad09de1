import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { syncPayoutAccountWorkflow } from "../../../../workflows/payout/sync-payout-account"
import { presentPayoutAccount } from "../../../_contracts/payout"
import { sellerContext } from "../../../_kit/vendor-route"

/** Asks the provider how the account stands: `{ payout_account }`. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await syncPayoutAccountWorkflow(req.scope).run({
    input: { seller_id: sellerContext(req).sellerId },
  })
  res.json({ payout_account: presentPayoutAccount(result) })
}
