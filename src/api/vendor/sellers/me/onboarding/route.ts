import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refreshOnboardingWorkflow } from "../../../../../workflows/seller/refresh-onboarding"
import { sellerContext } from "../../../../_kit/vendor-route"

/** What the seller has set up, looked up now: `{ onboarding }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await refreshOnboardingWorkflow(req.scope).run({
    input: { seller_id: sellerContext(req).sellerId },
  })
  const { deleted_at, ...onboarding } = result
  res.json({ onboarding })
}

/** The same; a panel asks for it so. */
export const POST = GET
