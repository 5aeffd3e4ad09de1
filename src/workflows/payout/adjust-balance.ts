import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { AdjustmentLine } from "../../modules/payout/books/adjustments"
import type { PayoutModuleService } from "../../modules/payout/service"
import { toMinorAmount } from "./minor-amount"
import { ensureOrderOfSeller } from "./order-of-seller"

export type AdjustBalanceInput = {
  seller_id: string
  kind: "adjustment" | "write_off"
  currency_code: string
  /** Major units as decimal text; above zero the seller gets it. */
  amount: string
  reason: string
  order_id?: string
  /** The operator who asks for it. */
  created_by: string
}

export type DecideAdjustmentInput = {
  id: string
  accept: boolean
  decided_by: string
}

/** no undo: what was posted is corrected by another adjustment. */
const proposeAdjustmentStep = createStep(
  "propose-adjustment",
  async ({ amount, ...input }: AdjustBalanceInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const minor = await toMinorAmount(container, {
      ...{ amount, currency_code: input.currency_code },
    })
    if (minor === 0n || (input.kind === "write_off" && minor < 0n)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "amount: an adjustment is not zero, and a write-off is above zero"
      )
    }
    if (input.order_id) {
      await ensureOrderOfSeller(container, {
        ...{ order_id: input.order_id, seller_id: input.seller_id },
      })
    }
    const { id } = await payout.proposeAdjustment({ ...input, amount: minor })
    return new StepResponse<AdjustmentLine>(await payout.readAdjustment(id))
  }
)

/** no undo: a decision is final. */
const decideAdjustmentStep = createStep(
  "decide-adjustment",
  async ({ id, ...decision }: DecideAdjustmentInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    await payout.decideAdjustment({ adjustment_id: id, ...decision })
    return new StepResponse<AdjustmentLine>(await payout.readAdjustment(id))
  }
)

export const adjustBalanceWorkflowId = "adjust-balance"

/**
 * Gives a seller money or takes it: at once when it is small, else it waits for
 * a second person.
 *
 * @throws MedusaError INVALID_DATA naming the field; NOT_FOUND for an order of somebody else; NOT_ALLOWED for a write-off above the debt.
 */
export const adjustBalanceWorkflow = createWorkflow(
  adjustBalanceWorkflowId,
  (input: AdjustBalanceInput) =>
    new WorkflowResponse(proposeAdjustmentStep(input))
)

export const decideAdjustmentWorkflowId = "decide-adjustment"

/**
 * Posts or refuses a proposed adjustment; the same decision again changes nothing.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED when its author accepts it, or it is decided otherwise.
 */
export const decideAdjustmentWorkflow = createWorkflow(
  decideAdjustmentWorkflowId,
  (input: DecideAdjustmentInput) =>
    new WorkflowResponse(decideAdjustmentStep(input))
)
