import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { saveCommissionRuleWorkflow } from "../../../../workflows/commission/save-rule"
import { keepConflict } from "../../../_kit/keep-conflict"
import type { CreateCommissionRule } from "../../../_contracts/commission"
import { readRule, readRules } from "../read-rules"

/** Every rule but the default one: `{ commission_rules, count, offset, limit }`, by `q`, `id`, `is_active`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { pagination } = req.queryConfig
  const { rules, count } = await readRules(req.scope, {
    filters: { ...req.filterableFields, is_default: false },
    pagination,
  })
  res.json({
    commission_rules: rules,
    count,
    offset: pagination.skip ?? 0,
    limit: pagination.take ?? rules.length,
  })
}

/** Makes a rule: 201 `{ commission_rule }`. */
export async function POST(
  req: AuthenticatedMedusaRequest<CreateCommissionRule>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepConflict(
    saveCommissionRuleWorkflow(req.scope).run({
      input: {
        changes: req.validatedBody,
        actor_id: req.auth_context.actor_id,
      },
    })
  )
  res
    .status(201)
    .json({ commission_rule: await readRule(req.scope, { id: result.id }) })
}
