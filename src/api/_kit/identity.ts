import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const context = z.object({
  auth_identity_id: z.string().min(1),
  actor_id: z.string(),
})

/**
 * The login behind an authenticated request, with or without an actor.
 *
 * @throws MedusaError UNAUTHORIZED without one: an empty id would match every row.
 */
export function identityOf(req: MedusaRequest): {
  auth_identity_id: string
  actor_id: string
} {
  const found = context.safeParse(
    "auth_context" in req ? req.auth_context : undefined
  )
  if (!found.success) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  return found.data
}

/**
 * The operator behind an admin request: a user, or a secret API key.
 *
 * @throws MedusaError UNAUTHORIZED without one.
 */
export function operatorOf(req: MedusaRequest): string {
  const found = context.shape.actor_id
    .min(1)
    .safeParse(
      "auth_context" in req
        ? z.looseObject({}).parse(req.auth_context).actor_id
        : undefined
    )
  if (!found.success) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  return found.data
}
