import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { publicOrderSetFields } from "../_contracts/order-set"

type Order = { order_set?: Record<string, unknown> | null }
type Answer = { order?: Order; orders?: Order[] }

/** Orders of the store show of their set what a list needs, whatever was asked for; the whole set has its own route. */
export function presentOrderSets(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: Answer | undefined) => {
    const orders = [body?.order ?? [], body?.orders ?? []].flat()
    orders.forEach(reduceSet)
    return json(body)
  }
  next()
}

function reduceSet(order: Order): void {
  const { order_set } = order
  if (order_set) {
    order.order_set = Object.fromEntries(
      publicOrderSetFields.map((field) => [field, order_set[field]])
    )
  }
}
