import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type {
  PayoutModuleService,
  PayoutNews,
  PayoutRun,
} from "../../modules/payout/service"
import { drivePayouts } from "./drive-payouts"
import { emitOutboxStep } from "./emit-outbox"

export type RunPayoutsInput = {
  /** Pays this seller now, whatever its schedule says; without it all that are due. */
  seller_id?: string
  currency_code?: string
  /** The operator who asked. */
  created_by?: string
}

export type RunPayoutsResult = PayoutRun & {
  /** What became of the reserved payouts so far. */
  sent: PayoutNews[]
}

/** no undo: a reservation is ended by the payout's own way, paid or failed. */
const reservePayoutsStep = createStep(
  "reserve-due-payouts",
  async (input: RunPayoutsInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(await payout.reserveDuePayouts(input))
  }
)

/** no undo: money left. What is unclear stays `unknown` and the sweeper asks. */
const sendPayoutsStep = createStep(
  "send-payouts",
  async (run: PayoutRun, { container }) => {
    const sent = await drivePayouts(container, run.payout_ids)
    return new StepResponse<RunPayoutsResult>({ ...run, sent })
  }
)

export const runPayoutsWorkflowId = "run-payouts"

/**
 * Reserves a payout for every seller that is due and sends them. A crash at any
 * moment loses nothing: the sweeper `payouts` goes on from the rows. Running it
 * twice at once pays nobody twice, because a seller has one open payout a
 * currency and each is claimed by one caller.
 */
export const runPayoutsWorkflow = createWorkflow(
  runPayoutsWorkflowId,
  (input: RunPayoutsInput) => {
    const run = reservePayoutsStep(input)
    const result = sendPayoutsStep(run)
    emitOutboxStep()
    return new WorkflowResponse(result)
  }
)
