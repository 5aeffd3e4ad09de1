import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listSellerShippingOptionsWorkflow,
  type SellerShippingOption,
} from "../../../../../workflows/cart/list-seller-shipping-options"

/** The options of a cart per seller: `{ groups: [{ seller_id, seller_name, shipping_options }] }`; the operator's group has null for both. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { result } = await listSellerShippingOptionsWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "" },
  })
  const groups = new Map<string | null, SellerShippingOption[]>()
  for (const option of result) {
    groups.set(option.seller_id, [
      ...(groups.get(option.seller_id) ?? []),
      option,
    ])
  }
  res.json({
    groups: [...groups].map(([seller_id, shipping_options]) => ({
      seller_id,
      seller_name: shipping_options[0]?.seller_name ?? null,
      shipping_options,
    })),
  })
}
