import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { listDuePostings } from "./due-postings"
import { selectMoney } from "./money-sql"
import { recordDue, recordTogether } from "./record-due"
import { listReturnedCredit, returnCredit } from "./return-credit"

/** One of both. */
export type PostOrderMoneyInput = {
  /** Any payment of a set: the buyer's, a share, or one that an order got later. */
  payment_id?: string
  order_id?: string
}

/** no undo: what is in the books is corrected by a posting of its own. */
const postOrderMoneyStep = createStep(
  "post-order-money",
  async (input: PostOrderMoneyInput, { container }) => {
    const orderSetId = await findSet(container, input)
    const counts = orderSetId
      ? await postDue(container, { orderSetId })
      : { found: 0, mended: 0, failed: 0 }
    if (counts.failed) {
      throw counts.error
    }
    return new StepResponse(counts.mended)
  }
)

export const postOrderMoneyWorkflowId = "post-order-money"

/**
 * Writes into the books what Medusa has booked of an order set and they do not
 * know yet: captures, refunds, used credit, and what went back. Derived from rows
 * alone, so that running it at any time, twice, or never is the same in the end:
 * the sweeper `order-money-postings` does it for all sets.
 *
 * @returns How many postings were written.
 */
export const postOrderMoneyWorkflow = createWorkflow(
  postOrderMoneyWorkflowId,
  (input: PostOrderMoneyInput) =>
    new WorkflowResponse(postOrderMoneyStep(input))
)

registerSweeper({
  name: "order-money-postings",
  sweep: async (container) => await postDue(container, {}),
})

/** Page after page, until a page has nothing that can be posted. */
async function postDue(
  container: MedusaContainer,
  scope: { orderSetId?: string }
): Promise<SweepCounts> {
  const counts: SweepCounts = { found: 0, mended: 0, failed: 0 }
  for (;;) {
    const due = await listDuePostings(container, scope)
    const { posted, left } = await recordTogether(container, due)
    const page = await mendEach(
      container,
      left,
      async (one) => (await recordDue(container, one)).posted
    )
    counts.found += due.length
    counts.mended += posted + page.mended
    if (!posted && !page.mended) {
      const back = await mendEach(
        container,
        await listReturnedCredit(container, scope),
        async (one) => await returnCredit(container, one)
      )
      return {
        found: counts.found + back.found,
        mended: counts.mended + back.mended,
        failed: page.failed + back.failed,
        error: page.error ?? back.error,
      }
    }
  }
}

async function findSet(
  container: MedusaContainer,
  { payment_id, order_id }: PostOrderMoneyInput
): Promise<string | undefined> {
  const [row] = await selectMoney<{ id: string }>(
    container,
    `select order_set_id as id from order_set_order
     where order_id = :order_id and deleted_at is null
     union
     select id from order_set where payment_id = :payment_id and deleted_at is null
     union
     select so.order_set_id from payment p
     join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     join order_set_order so on so.order_id = l.order_id and so.deleted_at is null
     where p.id = :payment_id
     limit 1`,
    { payment_id: payment_id ?? null, order_id: order_id ?? null }
  )
  return row?.id
}
