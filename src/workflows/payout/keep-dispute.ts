import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { DisputeLine } from "../../modules/payout/books/disputes"
import type { PayoutModuleService } from "../../modules/payout/service"
import { SPLIT_PROVIDER_ID } from "../../providers/payment-split/types"
import { emitOutboxStep } from "./emit-outbox"
import { toMinorAmount } from "./minor-amount"

export type OpenDisputeInput = {
  order_id: string
  /** Major units as decimal text. */
  amount: string
  /** The payment service's own name for the dispute. */
  provider_ref: string
  reason: string
  created_by: string
}

export type ChargeDisputeFeeInput = {
  id: string
  /** Major units as decimal text. */
  amount: string
  charged_by: string
}

export type CloseDisputeInput = {
  id: string
  status: "won" | "lost"
  decided_by: string
}

/** no undo: the payment service took the money, whatever we say. */
const openDisputeStep = createStep(
  "open-dispute",
  async ({ amount, ...input }: OpenDisputeInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const paid = await readPaidOrder(container, input.order_id)
    const id = await payout.openDispute({
      ...input,
      provider_id: paid.provider_id,
      amount: await toMinorAmount(container, {
        ...{ amount, currency_code: paid.currency_code },
      }),
    })
    return new StepResponse(await readDispute(payout, id))
  }
)

/** no undo: as above. */
const chargeDisputeFeeStep = createStep(
  "charge-dispute-fee",
  async ({ id, amount, charged_by }: ChargeDisputeFeeInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { currency_code } = await readDispute(payout, id)
    await payout.chargeDisputeFee({
      ...{ dispute_id: id, charged_by },
      amount: await toMinorAmount(container, { amount, currency_code }),
    })
    return new StepResponse(await readDispute(payout, id))
  }
)

/** no undo: as above. */
const closeDisputeStep = createStep(
  "close-dispute",
  async ({ id, ...outcome }: CloseDisputeInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    await payout.closeDispute({ dispute_id: id, ...outcome })
    return new StepResponse(await readDispute(payout, id))
  }
)

export const openDisputeWorkflowId = "open-dispute"

/**
 * A payment service took an order's money for a dispute: the books follow at once.
 *
 * @throws MedusaError NOT_FOUND for an order without money, INVALID_DATA above what was captured, DUPLICATE_ERROR for a known reference.
 */
export const openDisputeWorkflow = createWorkflow(
  openDisputeWorkflowId,
  (input: OpenDisputeInput) => {
    const dispute = openDisputeStep(input)
    emitOutboxStep()
    return new WorkflowResponse(dispute)
  }
)

export const chargeDisputeFeeWorkflowId = "charge-dispute-fee"

/** What the service charges for a dispute, once. @throws MedusaError NOT_ALLOWED for a second fee. */
export const chargeDisputeFeeWorkflow = createWorkflow(
  chargeDisputeFeeWorkflowId,
  (input: ChargeDisputeFeeInput) =>
    new WorkflowResponse(chargeDisputeFeeStep(input))
)

export const closeDisputeWorkflowId = "close-dispute"

/** Ends a dispute; the same end again changes nothing. @throws MedusaError NOT_ALLOWED when it ended otherwise. */
export const closeDisputeWorkflow = createWorkflow(
  closeDisputeWorkflowId,
  (input: CloseDisputeInput) => {
    const dispute = closeDisputeStep(input)
    emitOutboxStep()
    return new WorkflowResponse(dispute)
  }
)

/** The payment service behind an order: that of the buyer's payment, not of the order's share. */
async function readPaidOrder(
  container: MedusaContainer,
  orderId: string
): Promise<{ provider_id: string; currency_code: string }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(
    `select coalesce(parent.provider_id, p.provider_id) as provider_id, p.currency_code
     from order_payment_collection l
     join payment p on p.payment_collection_id = l.payment_collection_id
       and p.deleted_at is null and p.captured_at is not null
     left join payment parent on p.provider_id = ?
       and parent.id = p.data ->> 'parent_payment_id'
     where l.order_id = ? and l.deleted_at is null
     order by p.created_at limit 1`,
    [SPLIT_PROVIDER_ID, orderId]
  )
  const [paid] = rows
  if (!paid) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no captured payment that could be disputed`
    )
  }
  return paid
}

async function readDispute(
  payout: PayoutModuleService,
  id: string
): Promise<DisputeLine> {
  const { rows } = await payout.searchDisputes({
    ...{ ids: [id], limit: 1, offset: 0 },
  })
  const [row] = rows
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no dispute ${id}`
    )
  }
  return row
}
