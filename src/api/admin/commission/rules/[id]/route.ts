import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { deleteCommissionRuleWorkflow } from "../../../../../workflows/commission/delete-rule"
import { saveCommissionRuleWorkflow } from "../../../../../workflows/commission/save-rule"
import { keepConflict } from "../../../../_kit/keep-conflict"
import type { UpdateCommissionRule } from "../../../../_contracts/commission"
import { readRule } from "../../read-rules"

/** One rule, the default rule included: `{ commission_rule }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  res.json({ commission_rule: await readRule(req.scope, { id }) })
}

/** Changes what the body names: `{ commission_rule }`. */
export async function POST(
  req: AuthenticatedMedusaRequest<UpdateCommissionRule>,
  res: MedusaResponse
): Promise<void> {
  const { version, ...changes } = req.validatedBody
  const id = req.params.id ?? ""
  await keepConflict(
    saveCommissionRuleWorkflow(req.scope).run({
      input: { id, version, changes, actor_id: req.auth_context.actor_id },
    })
  )
  res.json({ commission_rule: await readRule(req.scope, { id }) })
}

/** Takes a rule out of the tariff: `{ id, object, deleted }`. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await deleteCommissionRuleWorkflow(req.scope).run({
    input: { id, actor_id: req.auth_context.actor_id },
  })
  res.json({ id, object: "commission_rule", deleted: true })
}
