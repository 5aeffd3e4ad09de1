import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"

type Page = { limit: number; offset: number }

const listRunsStep = createStep(
  "list-payout-runs",
  async (query: Page & { id?: string }, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const found = await payout.searchRuns(query)
    if (query.id !== undefined && !found.runs.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Payout run with id: ${query.id} was not found`
      )
    }
    return new StepResponse(found)
  }
)

export const listPayoutRunsWorkflowId = "list-payout-runs"

/** Runs with what they reserved and what became of it: `{ runs, count }`. Only reads. */
export const listPayoutRunsWorkflow = createWorkflow(
  listPayoutRunsWorkflowId,
  (query: Page & { id?: string }) => new WorkflowResponse(listRunsStep(query))
)

const listFilesStep = createStep(
  "list-payout-files",
  async (page: Page, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    return new StepResponse(await payout.searchPayoutFiles(page))
  }
)

export const listPayoutFilesWorkflowId = "list-payout-files"

/** Files for banks: `{ files, count }`. Only reads. */
export const listPayoutFilesWorkflow = createWorkflow(
  listPayoutFilesWorkflowId,
  (page: Page) => new WorkflowResponse(listFilesStep(page))
)
