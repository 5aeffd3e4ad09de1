import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { ensureSessionAllowedWorkflow } from "../../workflows/order-set/ensure-session-allowed"

const bodyWithProvider = z.object({ provider_id: z.string() })

async function refuseShares(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = bodyWithProvider.safeParse(req.body)
  // Medusa's own validator refuses another body.
  if (body.success && req.params.id) {
    await ensureSessionAllowedWorkflow(req.scope).run({
      input: {
        payment_collection_id: req.params.id,
        provider_id: body.data.provider_id,
      },
    })
  }
  next()
}

/** Keeps shoppers away from the payments of a set's orders. */
export const paymentSessionRoutes: MiddlewareRoute[] = [
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [refuseShares],
  },
]
