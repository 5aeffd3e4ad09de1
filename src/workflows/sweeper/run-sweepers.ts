import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SWEEPER_MODULE } from "../../modules/sweeper"
import type { SweeperModuleService } from "../../modules/sweeper/service"
import { listSweepers } from "./registry"
import { runDueSweepers } from "./run-due-sweepers"

export type RunSweepersInput = {
  /** Only these; without it all. */
  names?: string[]
}

/** no undo: each sweeper only finishes or removes what rows show as half done. */
const runSweepersStep = createStep(
  "run-sweepers",
  async ({ names }: RunSweepersInput, { container }) => {
    const known = listSweepers().map(({ name }) => name)
    const unknown = names?.filter((name) => !known.includes(name)) ?? []
    if (unknown.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no sweeper ${unknown.join(", ")}: there are ${known.join(", ")}`
      )
    }
    const sweeps = container.resolve<SweeperModuleService>(SWEEPER_MODULE)
    const period = sweeps.options.sweepPeriodSeconds
    const reports = await runDueSweepers(container, {
      ...{ names, period },
      force: true,
    })
    return new StepResponse(reports)
  }
)

export const runSweepersWorkflowId = "run-sweepers"

/**
 * Runs sweepers now, due or not; one that another process is running is left to
 * it (`ran: false`). Running it again is harmless.
 *
 * @throws MedusaError NOT_FOUND for a name that no sweeper has.
 */
export const runSweepersWorkflow = createWorkflow(
  runSweepersWorkflowId,
  (input: RunSweepersInput) => new WorkflowResponse(runSweepersStep(input))
)
