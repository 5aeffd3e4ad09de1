import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper } from "../sweeper/registry"
import { selectMoney } from "./money-sql"
import { settleChanges } from "./settle-changes"

export type SettleOrderChangesInput = { order_id: string }

/** no undo: a frozen line stands for goods that the order has, whatever becomes of them. */
const settleOrderChangesStep = createStep(
  "settle-order-changes",
  async ({ order_id }: SettleOrderChangesInput, { container }) => {
    const [placed] = await selectMoney<{ order_id: string }>(
      container,
      `select order_id from order_set_order where order_id = :order_id and deleted_at is null`,
      { order_id }
    )
    if (placed) {
      await settleChanges(container, order_id)
    }
    return new StepResponse(undefined)
  }
)

export const settleOrderChangesWorkflowId = "settle-order-changes"

/**
 * Freezes settlement lines for what a change added to an order of a set. Harmless
 * at any time; the sweeper `changed-order-lines` does it for all that were missed.
 */
export const settleOrderChangesWorkflow = createWorkflow(
  settleOrderChangesWorkflowId,
  (input: SettleOrderChangesInput) =>
    new WorkflowResponse(settleOrderChangesStep(input))
)

registerSweeper({
  name: "changed-order-lines",
  sweep: async (container) =>
    await mendEach(
      container,
      await listUnsettledChanges(container),
      async ({ order_id }) => {
        await settleChanges(container, order_id)
        return true
      }
    ),
})

/** Changed orders with a line that no settlement line stands for. */
async function listUnsettledChanges(
  container: MedusaContainer
): Promise<{ order_id: string }[]> {
  const missing = (type: "item" | "shipping", table: string, id: string) => `
    exists (select 1 from ${table} x where x.order_id = o.id and x.version = o.version
      and x.deleted_at is null and not exists (
        select 1 from settlement_line l
        where (l.order_id, l.line_type, l.line_id) = (o.id, '${type}', x.${id})))`
  return await selectMoney(
    container,
    `select o.id as order_id from order_set s
     join order_set_order so on so.order_set_id = s.id and so.deleted_at is null
     join "order" o on o.id = so.order_id and o.version > 1
     where s.status = 'placed' and s.deleted_at is null and (
       ${missing("item", "order_item", "item_id")}
       or ${missing("shipping", "order_shipping", "shipping_method_id")})
     order by o.id limit 200`
  )
}
