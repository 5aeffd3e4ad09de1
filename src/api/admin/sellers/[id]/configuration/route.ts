import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPolicies } from "../../../../../workflows/policy/read-policies"
import { setPolicyWorkflow } from "../../../../../workflows/policy/set-policy"
import type { SetSellerConfigurationRule } from "../../../../_contracts/configuration"
import { operatorOf } from "../../../../_kit/identity"
import { readOwnSeller, sellerIdOf } from "../../read-seller"

/** The rules as they hold for this seller: `{ configuration_rules }`, name → value. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, id)
  res.json({ configuration_rules: await readPolicies(req.scope, id) })
}

/** Sets a rule for this seller alone, for example to trust it: `{ configuration_rules }`. */
export async function POST(
  req: MedusaRequest<SetSellerConfigurationRule>,
  res: MedusaResponse
): Promise<void> {
  const id = sellerIdOf(req.params.id)
  await readOwnSeller(req.scope, id)
  const { rule_type, is_enabled, value } = req.validatedBody
  await setPolicyWorkflow(req.scope).run({
    input: {
      name: rule_type,
      seller_id: id,
      value: is_enabled ?? value ?? null,
      actor_id: operatorOf(req),
    },
  })
  res.json({ configuration_rules: await readPolicies(req.scope, id) })
}
