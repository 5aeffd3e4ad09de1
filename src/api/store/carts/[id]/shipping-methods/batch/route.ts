import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChooseShippingMethods } from "../../../../../_contracts/cart"
import { chooseShippingMethodsWorkflow } from "../../../../../../workflows/cart/choose-shipping-methods"
import { answerCart } from "../../../answer-cart"

/** Sets the methods of all sellers at once, all or none: `{ cart }`. */
export async function POST(
  req: MedusaRequest<ChooseShippingMethods>,
  res: MedusaResponse
): Promise<void> {
  await chooseShippingMethodsWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      options: req.validatedBody.methods.map(({ option_id, data }) => ({
        id: option_id,
        data,
      })),
    },
  })
  res.json({ cart: await answerCart(req) })
}
