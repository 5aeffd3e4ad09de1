import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { refreshStorefrontVisibilityWorkflow } from "../../workflows/seller/refresh-storefront-visibility"
import { ensureVariantsSoldWorkflow } from "../../workflows/cart/ensure-variants-sold"
import { presentSeller } from "../_contracts/public-seller"
import { answersIn } from "../_kit/edge"

/** Sends every `seller` inside the answer as its public view, whatever was asked for. */
export const presentSellers = answersIn({
  "**.seller": (seller) => seller && presentSeller(seller),
})

const edgePeriodMs = 1000
let edgesCheckedAt = 0

/** Opens and closes vacations that fell due, looked at once a second in each process. */
export async function keepVacations(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  if (Date.now() - edgesCheckedAt >= edgePeriodMs) {
    edgesCheckedAt = Date.now()
    await refreshStorefrontVisibilityWorkflow(req.scope).run({
      input: { vacations_only: true },
    })
  }
  next()
}

const linesSchema = z.object({
  variant_id: z.string().optional().catch(undefined),
  items: z
    .array(z.object({ variant_id: z.string() }))
    .optional()
    .catch(undefined),
})

/** Names the seller who is not selling now before Medusa refuses its goods as unpublished. */
export async function refuseClosedSellers(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { data } = linesSchema.safeParse(req.body ?? {})
  const variant_ids = [
    ...(data?.variant_id ? [data.variant_id] : []),
    ...(data?.items ?? []).map((item) => item.variant_id),
  ]
  if (variant_ids.length) {
    await ensureVariantsSoldWorkflow(req.scope).run({ input: { variant_ids } })
  }
  next()
}
