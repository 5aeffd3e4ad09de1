import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config"
import {
  completeCartWorkflowId,
  type CompletedCart,
} from "../../../../../workflows/order-set/complete-cart"
import { readOrderSet } from "../../../order-set/answer-order-set"

/** Refusals that a buyer resolves at the payment: Medusa answers them with 200 and the cart. */
const paymentErrors: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

/**
 * Medusa's route with a larger answer: `{ type: "order", order, order_set }`,
 * or `{ type: "cart", cart, error, message }` when the payment was refused.
 */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const cartId = req.params.id ?? ""
  const engine = req.scope.resolve(Modules.WORKFLOW_ENGINE)
  const { errors, result } = await engine.run(completeCartWorkflowId, {
    input: { id: cartId },
    throwOnError: false,
  })
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const error = errors?.[0]?.error
  if (error && !paymentErrors.includes(error.type)) {
    throw error
  }
  if (error) {
    const { message, name, type } = error
    const { data } = await query.graph({
      entity: "cart",
      fields: defaultStoreCartFields,
      filters: { id: cartId },
    })
    res.json({
      type: "cart",
      cart: data[0],
      error: { message, name, type },
      message,
    })
    return
  }
  const completed: CompletedCart = result
  // One query reads the orders for both keys of the answer.
  const { set, orders } = await readOrderSet(
    req.scope,
    completed.order_set_id,
    req.queryConfig.fields
  )
  res.json({ type: "order", order: orders[0], order_set: set })
}
