import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import type { AddLineItems } from "../../../../../_contracts/cart"
import { answerCart } from "../../../answer-cart"

/** Adds many lines with one refresh of the cart, all or none: `{ cart }`. */
export async function POST(
  req: MedusaRequest<AddLineItems>,
  res: MedusaResponse
): Promise<void> {
  await addToCartWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      items: mergeSameVariants(req.validatedBody.items),
    },
  })
  res.json({ cart: await answerCart(req) })
}

type Line = AddLineItems["items"][number]

/** Medusa merges into lines of the cart, not within one call. */
function mergeSameVariants(lines: Line[]) {
  const merged = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.variant_id} ${JSON.stringify(line.metadata ?? {})}`
    const quantity = line.quantity + (merged.get(key)?.quantity ?? 0)
    merged.set(key, { ...line, quantity })
  }
  return [...merged.values()].map(({ metadata, ...line }) => ({
    ...line,
    ...(metadata ? { metadata } : {}),
  }))
}
