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
import { orderSetSecret } from "../../../../../workflows/order-set/order-set-secret"
import { readOrderSets } from "../../../../../workflows/order-set/list-order-sets"
import { setOrderFields } from "../../../../_contracts/order-set"

/** Refusals that a buyer resolves at the payment: Medusa answers them with 200 and the cart. */
const paymentErrors: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

type Refusal = { message: string; name: string; type: string }

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
  const error = errors?.[0]?.error
  if (error && !paymentErrors.includes(error.type)) {
    throw error
  }
  res.json(
    error
      ? await answerRefusal(req, cartId, error)
      : await answerPlaced(req, result)
  )
}

async function answerRefusal(
  req: MedusaRequest,
  cartId: string,
  { message, name, type }: Refusal
) {
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: defaultStoreCartFields,
      filters: { id: cartId },
    })
  return {
    type: "cart",
    cart: data[0],
    error: { message, name, type },
    message,
  }
}

/** One query reads the orders for both keys of the answer. */
async function answerPlaced(
  req: MedusaRequest,
  { order_set_id }: CompletedCart
) {
  const [placed] = await readOrderSets(
    req.scope,
    [order_set_id],
    [...new Set([...setOrderFields, ...req.queryConfig.fields])]
  )
  const secret = orderSetSecret(req.scope, order_set_id)
  return {
    type: "order",
    order: placed?.orders[0],
    order_set: placed && { ...placed.set, secret },
  }
}
