import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { policyNames } from "../../../../modules/policy/types"
import { setPolicyWorkflow } from "../../../../workflows/policy/set-policy"
import {
  presentPolicy,
  type UpdateConfigurationRule,
} from "../../../_contracts/configuration"
import { operatorOf } from "../../../_kit/identity"

/** One rule with who changed it: `{ configuration_rule, changes }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const policy = await readPolicy(req)
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "policy_change",
      fields: ["content", "actor_id", "created_at"],
      filters: { policy_id: policy.id },
      pagination: { order: { created_at: "ASC" } },
    })
  res.json({
    configuration_rule: presentPolicy(policy),
    changes: data.map(({ content, ...change }) => ({ ...content, ...change })),
  })
}

/** Sets a rule that has a row: `{ configuration_rule }`. */
export async function POST(
  req: MedusaRequest<UpdateConfigurationRule>,
  res: MedusaResponse
): Promise<void> {
  const { is_enabled, value } = req.validatedBody
  const { name, seller_id } = await readPolicy(req)
  const { result } = await setPolicyWorkflow(req.scope).run({
    input: {
      name,
      seller_id,
      value: is_enabled ?? value ?? null,
      actor_id: operatorOf(req),
    },
  })
  res.json({ configuration_rule: presentPolicy(result) })
}

async function readPolicy(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "policy", fields: ["*"], filters: { id } })
  const [policy] = data
  const name = policyNames.find((known) => known === policy?.name)
  if (!policy || !name) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Configuration rule with id: ${id} was not found`
    )
  }
  return { ...policy, name }
}
