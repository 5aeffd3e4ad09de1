import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import type { SetOrder } from "./order-set-status"
import { presentOrderSet } from "./present-order-set"
import { searchOrderSets, type OrderSetSearch } from "./search-order-sets"

export type ListOrderSetsInput = OrderSetSearch & {
  /** Fields of the orders. */
  fields: string[]
}

const listOrderSetsStep = createStep(
  "list-order-sets",
  async ({ fields, ...search }: ListOrderSetsInput, { container }) => {
    const { ids, count } = await searchOrderSets(container, search)
    const order_sets = await readOrderSets(container, ids, fields)
    return new StepResponse({
      order_sets: order_sets.map(({ set }) => set),
      count,
    })
  }
)

export const listOrderSetsWorkflowId = "list-order-sets"

/** One page of placed sets with their orders: `{ order_sets, count }`. */
export const listOrderSetsWorkflow = createWorkflow(
  listOrderSetsWorkflowId,
  (input: ListOrderSetsInput) => new WorkflowResponse(listOrderSetsStep(input))
)

/**
 * Placed sets in the order of `ids`, each with its orders, first order first; all
 * orders are read by one query.
 *
 * @returns `set` as buyers and operators read it, `orders` with every field that was asked for.
 */
export async function readOrderSets(
  container: MedusaContainer,
  ids: string[],
  fields: string[]
) {
  if (!ids.length) {
    return []
  }
  const rows = await container
    .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    .listOrderSets(
      { id: ids, status: "placed" },
      { relations: ["shares"], take: ids.length }
    )
  const orderIds = rows.flatMap(({ shares }) =>
    shares.map(({ order_id }) => order_id)
  )
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields, filters: { id: orderIds } })
  const orders = new Map<string, SetOrder>(
    data.map((order) => [order.id, order])
  )
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    const own = (row?.shares ?? [])
      .map(({ order_id }) => order_id)
      .sort()
      .flatMap((orderId) => orders.get(orderId) ?? [])
    return row ? [{ set: presentOrderSet(row, own), orders: own }] : []
  })
}
