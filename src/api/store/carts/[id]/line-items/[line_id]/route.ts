import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { removeLineItemWorkflow } from "../../../../../../workflows/cart/remove-line-item"
import { answerCart } from "../../../answer-cart"

type UpdateLine = {
  quantity: number
  metadata?: Record<string, unknown> | null
  additional_data?: Record<string, unknown>
}

/** Medusa's update; a quantity of 0 removes the line as `DELETE` does: `{ cart }`. */
export async function POST(
  req: MedusaRequest<UpdateLine>,
  res: MedusaResponse
): Promise<void> {
  const { additional_data, ...update } = req.validatedBody
  if (update.quantity > 0) {
    await updateLineItemInCartWorkflow(req.scope).run({
      input: {
        cart_id: req.params.id ?? "",
        item_id: req.params.line_id ?? "",
        update,
        additional_data,
      },
    })
  } else {
    await removeLine(req)
  }
  res.json({ cart: await answerCart(req) })
}

/** Removes the line, and with a seller's last one its shipping method. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  await removeLine(req)
  res.json({
    id: req.params.line_id,
    object: "line-item",
    deleted: true,
    parent: await answerCart(req),
  })
}

async function removeLine(req: MedusaRequest<unknown>): Promise<void> {
  await removeLineItemWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      item_id: req.params.line_id ?? "",
    },
  })
}
