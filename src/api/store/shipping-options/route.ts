import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { listSellerShippingOptionsWorkflow } from "../../../workflows/cart/list-seller-shipping-options"

const filtersSchema = z.object({
  cart_id: z.string(),
  is_return: z.unknown(),
})

/** Medusa's flat list, each option with `seller_id` and `seller_name`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { cart_id, is_return } = filtersSchema.parse(req.filterableFields)
  const { result } = await listSellerShippingOptionsWorkflow(req.scope).run({
    input: { cart_id, is_return: !!is_return, fields: req.queryConfig.fields },
  })
  res.json({ shipping_options: result })
}
