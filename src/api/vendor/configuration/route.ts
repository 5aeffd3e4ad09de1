import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPolicies } from "../../../workflows/policy/read-policies"
import { sellerContext } from "../../_kit/vendor-route"

/** `{ configuration_rules }`: name → value. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({
    configuration_rules: await readPolicies(
      req.scope,
      sellerContext(req).sellerId
    ),
  })
}
