import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { ORDER_SET_MODULE } from "../../../modules/order-set"
import type { OrderSetModuleService } from "../../../modules/order-set/service"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

type OrderItem = { title: string; quantity: unknown; total: unknown }

/** A whole purchase, for its buyer: one mail for all its orders. */
export const orderSetFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [set] = await container
    .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    .listOrderSets({ id }, { relations: ["shares"] })
  if (!set?.email || !set.shares.length) {
    return null
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        ...["id", "locale", "total", "items.title", "items.quantity"],
        ...["items.total", "seller.name"],
      ],
      filters: { id: set.shares.map(({ order_id }) => order_id) },
    })
  const total = orders.reduce(
    (sum, order) => MathBN.add(sum, order.total),
    MathBN.convert(0)
  )
  return {
    resource_type: "order_set",
    resource_id: id,
    version: "1",
    seller_id: null,
    visitor: set.customer_id ?? set.cart_id,
    buyer: {
      id: set.customer_id,
      email: set.email,
      phone: null,
      locale: orders[0]?.locale ?? null,
    },
    data: {
      order: set.display_id,
      sellers: orders.flatMap((order) => order.seller?.name ?? []).join(", "),
      amount: total.toString(),
      currency: set.currency_code,
      items: orders.flatMap((order) =>
        (order.items ?? []).flatMap((item: OrderItem | null) =>
          item
            ? {
                title: item.title,
                quantity: Number(item.quantity),
                amount: String(item.total),
              }
            : []
        )
      ),
    },
  }
}
