import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How a request came to its status: each move with its actor and note, oldest first. */
export async function readRequestChanges(scope: MedusaContainer, id: string) {
  const { data } = await scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "request_change",
    fields: ["to_status", "actor_type", "actor_id", "note", "created_at"],
    filters: { request_id: id },
    pagination: { order: { created_at: "ASC" } },
  })
  return data
}
