import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { refundReturnWorkflow, type RefundReturnInput } from "./refund-return"

/** Long after the event of the receipt was heard, or lost. */
const graceSeconds = 60
const batch = 100

/** Goods of accepted requests that are there, while their order still owes the buyer. */
const owedSql = `
  select r.order_id, r.id as return_id
  from request q
  join "return" r on r.id = q.result ->> 'id' and r.deleted_at is null
    and r.status in ('received', 'partially_received')
  join "order" o on o.id = r.order_id
  join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
  where q.kind = 'order_return' and q.status = 'accepted' and q.deleted_at is null
    and r.received_at < now() - make_interval(secs => ?)
    and (s.totals ->> 'pending_difference')::numeric < 0
  order by r.id
  limit ?`

async function sweepReceivedReturns(
  container: MedusaContainer
): Promise<SweepCounts> {
  const { rows }: { rows: RefundReturnInput[] } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(owedSql, [graceSeconds, batch])
  return await mendEach(container, rows, async (input) => {
    const { result } = await refundReturnWorkflow(container).run({ input })
    return result.length > 0
  })
}

/** Refunds goods that came back when nobody heard of it. */
registerSweeper({ name: "received-returns", sweep: sweepReceivedReturns })
