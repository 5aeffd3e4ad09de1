import type { OrderDTO } from "@medusajs/framework/types"
import type { CartPart } from "../split-cart-types"

/** What Medusa answers of created orders: the drafts, with ids for their lines. */
export function placedOrders(parts: CartPart[]): OrderDTO[] {
  const orders: unknown = parts.map(({ order }) => ({
    ...order,
    items: order.items?.map((item, index) => ({
      ...item,
      id: `ordli_${order.id}_${index}`,
    })),
    shipping_methods: order.shipping_methods?.map((method, index) => ({
      ...method,
      id: `ordsm_${order.id}_${index}`,
    })),
  }))
  // The settlement reads nothing that a draft does not have.
  return orders as OrderDTO[]
}
