import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { saveCommissionRuleWorkflow } from "../../../../workflows/commission/save-rule"
import { keepConflict } from "../../../_kit/keep-conflict"
import type { SetDefaultCommissionRule } from "../../../_contracts/commission"
import { DEFAULT_RULE_ID } from "../../../../modules/commission/types"
import { readRule } from "../read-rules"

/** What lines pay that no other rule fits: `{ commission_rule }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const rule = await readRule(req.scope, { is_default: true })
  res.json({ commission_rule: rule })
}

/** Sets the default rule, which is always there: `{ commission_rule }`. */
export async function POST(
  req: AuthenticatedMedusaRequest<SetDefaultCommissionRule>,
  res: MedusaResponse
): Promise<void> {
  await keepConflict(
    saveCommissionRuleWorkflow(req.scope).run({
      input: {
        id: DEFAULT_RULE_ID,
        changes: req.validatedBody,
        actor_id: req.auth_context.actor_id,
      },
    })
  )
  const rule = await readRule(req.scope, { is_default: true })
  res.json({ commission_rule: rule })
}
