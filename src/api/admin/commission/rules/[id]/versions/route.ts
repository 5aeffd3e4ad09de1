import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

/** What a rule said from one change to the next, newest first; deleted rules too: `{ versions, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { pagination } = req.queryConfig
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "commission_rule_version",
      fields: ["version", "change", "content", "actor_id", "created_at"],
      filters: { rule_id: id },
      pagination: { ...pagination, order: { version: "DESC" } },
    })
  const count = metadata?.count ?? data.length
  if (count === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Commission rule with id: ${id} was not found`
    )
  }
  res.json({
    versions: data,
    count,
    offset: pagination.skip ?? 0,
    limit: pagination.take ?? data.length,
  })
}
