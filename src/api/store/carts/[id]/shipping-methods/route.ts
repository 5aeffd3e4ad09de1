import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RemoveShippingMethods } from "../../../../_contracts/cart"
import { chooseShippingMethodsWorkflow } from "../../../../../workflows/cart/choose-shipping-methods"
import { removeShippingMethodsWorkflow } from "../../../../../workflows/cart/remove-shipping-methods"
import { answerCart } from "../../answer-cart"

type ChosenOption = { option_id: string; data?: Record<string, unknown> }
type Body = (ChosenOption | ChosenOption[]) & {
  additional_data?: Record<string, unknown>
}

/** Adds a seller's method, or replaces it; the other sellers' stay: `{ cart }`. */
export async function POST(
  req: MedusaRequest<Body>,
  res: MedusaResponse
): Promise<void> {
  const body = req.validatedBody
  const chosen = Array.isArray(body) ? body : [body]
  await chooseShippingMethodsWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      options: chosen.map(({ option_id, data }) => ({ id: option_id, data })),
      additional_data: body.additional_data,
    },
  })
  res.json({ cart: await answerCart(req) })
}

/** Takes methods off the cart: `{ cart }`; 404 for ids of another cart. */
export async function DELETE(
  req: MedusaRequest<RemoveShippingMethods>,
  res: MedusaResponse
): Promise<void> {
  await removeShippingMethodsWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "", ...req.validatedBody },
  })
  res.json({ cart: await answerCart(req) })
}
