import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startPayoutOnboardingWorkflow } from "../../../../workflows/payout/start-payout-onboarding"
import {
  presentPayoutAccount,
  type StartPayoutOnboarding,
} from "../../../_contracts/payout"
import { loginTimeOf } from "../../../_kit/login-time"
import { sellerContext } from "../../../_kit/vendor-route"

/** Where the seller goes on: `{ payout_account: { onboarding: { data: { url } } } }`, or `data.instructions`. */
export async function POST(
  req: MedusaRequest<StartPayoutOnboarding>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await startPayoutOnboardingWorkflow(req.scope).run({
    input: {
      ...req.validatedBody.context,
      seller_id: sellerContext(req).sellerId,
      logged_in_at: loginTimeOf(req),
    },
  })
  res.json({ payout_account: presentPayoutAccount(result) })
}
