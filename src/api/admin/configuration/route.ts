import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { noSellerFilter } from "../../../scope/seller-filter"
import { setPolicyWorkflow } from "../../../workflows/policy/set-policy"
import {
  presentPolicy,
  type SetConfigurationRule,
} from "../../_contracts/configuration"
import { listQuery, pageOf } from "../../_contracts/list-query"
import { operatorOf } from "../../_kit/identity"

/** The rules for everybody that were ever set: `{ configuration_rules, count, offset, limit }`; a rule without a row is at its default. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset, order } = listQuery(req.query, ["created_at"])
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "policy",
      fields: ["*"],
      filters: noSellerFilter(),
      pagination: pageOf({ limit, offset, order }),
    })
  res.json({
    configuration_rules: data.map(presentPolicy),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}

/** Sets a rule for everybody: 201 `{ configuration_rule }`. */
export async function POST(
  req: MedusaRequest<SetConfigurationRule>,
  res: MedusaResponse
): Promise<void> {
  const { rule_type, is_enabled, value } = req.validatedBody
  const { result } = await setPolicyWorkflow(req.scope).run({
    input: {
      name: rule_type,
      seller_id: null,
      value: is_enabled ?? value ?? null,
      actor_id: operatorOf(req),
    },
  })
  res.status(201).json({ configuration_rule: presentPolicy(result) })
}
