import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { PayoutReportLine } from "../../payout-provider"
import { emitOutboxStep } from "./emit-outbox"

export type ImportPayoutReportInput = {
  provider_id: string
  /** The report in the provider's own format … */
  content?: string
  /** … or its lines; amounts as text of minor units, as workflows carry no bigint. */
  lines?: (Omit<PayoutReportLine, "amount"> & { amount: string })[]
  /** The operator. */
  imported_by: string | null
}

/** no undo: what the provider did stays done. */
const importReportStep = createStep(
  "import-payout-report",
  async ({ lines, ...report }: ImportPayoutReportInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const imported = await payout.importReport({
      ...report,
      lines: lines?.map((line) => ({
        ...line,
        amount: BigInt(line.amount),
        booked_at: new Date(line.booked_at),
      })),
    })
    const open = await payout.findUnmatched(report.provider_id)
    return new StepResponse({ ...imported, open })
  }
)

export const importPayoutReportWorkflowId = "import-payout-report"

/**
 * Reads what a provider says it did: lines that fit a payout say what became of
 * it, the others stay visible with their age. The same report again changes nothing.
 *
 * @returns `{ read, new, matched, open: { lines, payouts } }`, amounts in minor units.
 * @throws MedusaError INVALID_DATA when it is no report, NOT_FOUND for an unknown provider.
 */
export const importPayoutReportWorkflow = createWorkflow(
  importPayoutReportWorkflowId,
  (input: ImportPayoutReportInput) => {
    const imported = importReportStep(input)
    emitOutboxStep()
    return new WorkflowResponse(imported)
  }
)

const findUnmatchedStep = createStep(
  "find-unmatched-payouts",
  async ({ provider_id }: { provider_id?: string }, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(await payout.findUnmatched(provider_id))
  }
)

export const findUnmatchedPayoutsWorkflowId = "find-unmatched-payouts"

/** What providers report and we do not know, and the other way round. Only reads. */
export const findUnmatchedPayoutsWorkflow = createWorkflow(
  findUnmatchedPayoutsWorkflowId,
  (input: { provider_id?: string }) =>
    new WorkflowResponse(findUnmatchedStep(input))
)
