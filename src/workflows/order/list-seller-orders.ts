import type { MedusaContainer } from "@medusajs/framework/types"
import { getOrdersListWorkflow } from "@medusajs/medusa/core-flows"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { sellerColumnFilter } from "../../scope/seller-filter"
import type { SellerId } from "../../scope/seller-id"

type Direction = "ASC" | "DESC"

export type SellerOrderSearch = {
  seller_id: SellerId
  /** By columns of `seller_order`, in Medusa's filter grammar; `id` is the order's. */
  filters: Record<string, unknown>
  /** Fields of the orders, as Medusa's order list takes them. */
  fields: string[]
  /** Default: newest first. */
  order?: Record<string, string | undefined>
  take: number
  skip: number
}

export type SellerOrderPage = {
  orders: Record<string, unknown>[]
  count: number
}

/**
 * One page of a seller's orders with their computed statuses. Filtered, sorted
 * and counted on `seller_order`, so that only the orders of the page are read;
 * the database counts meanwhile.
 */
export async function listSellerOrders(
  container: MedusaContainer,
  search: SellerOrderSearch
): Promise<SellerOrderPage> {
  const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
  const { take, skip } = search
  const filters = filtersOf(search)
  const config = { select: ["order_id"], order: sortOf(search.order) }
  const page = await sets.listSellerOrders(filters, { ...config, take, skip })
  const isLast = page.length < take && (page.length > 0 || skip === 0)
  const [orders, count] = await Promise.all([
    readOrders(
      container,
      page.map(({ order_id }) => order_id),
      search.fields
    ),
    isLast
      ? skip + page.length
      : sets
          .listAndCountSellerOrders(filters, { ...config, take: 1 })
          .then(([, all]) => all),
  ])
  return { orders, count }
}

function filtersOf({ filters, seller_id }: SellerOrderSearch) {
  const { id, ...rest } = filters
  return {
    ...rest,
    ...(id !== undefined && { order_id: id }),
    ...sellerColumnFilter(seller_id),
  }
}

function sortOf(order: SellerOrderSearch["order"]): Record<string, Direction> {
  const entries = Object.entries(order ?? { created_at: "DESC" }).map(
    ([column, direction]): [string, Direction] => [
      column === "id" ? "order_id" : column,
      direction === "DESC" ? "DESC" : "ASC",
    ]
  )
  const [[, towards] = ["", "DESC" as const]] = entries
  const sorted: Record<string, Direction> = Object.fromEntries(entries)
  // The id makes pages of equal rows disjoint, and is the last column of the indexes.
  return "order_id" in sorted ? sorted : { ...sorted, order_id: towards }
}

async function readOrders(
  container: MedusaContainer,
  ids: string[],
  fields: string[]
): Promise<Record<string, unknown>[]> {
  if (!ids.length) {
    return []
  }
  const { result } = await getOrdersListWorkflow(container).run({
    input: { fields, variables: { filters: { id: ids } } },
  })
  const orders = "rows" in result ? result.rows : result
  const byId = new Map(orders.map((order) => [order.id, { ...order }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
