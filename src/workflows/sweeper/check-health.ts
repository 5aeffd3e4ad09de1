import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SWEEPER_MODULE } from "../../modules/sweeper"
import type { Sweep } from "../../modules/sweeper/models/sweep"
import type { SweeperModuleService } from "../../modules/sweeper/service"
import { describeError } from "./describe-error"
import { listHealthChecks } from "./health-checks"
import { listSweepers } from "./registry"

export type SweeperHealth = {
  name: string
  /** End of the last run; `null` before the first. */
  last_run: Date | null
  found: number
  mended: number
  failed: number
  /** Class, type and ids of the last failure, no personal data. */
  last_error: string | null
  /** A whole period late. */
  overdue: boolean
}

export type CheckHealth = {
  name: string
  /** Rows that are wrong; `null` when the check itself failed. */
  count: number | null
  error: string | null
}

export type Health = {
  /** `ok`: nothing overdue, failed or wrong. */
  status: "ok" | "attention"
  sweepers: SweeperHealth[]
  checks: CheckHealth[]
}

const readHealthStep = createStep(
  "read-marketplace-health",
  async (_: void, { container }) => {
    const sweepers = await readSweepers(container)
    const checks = await readChecks(container)
    const worried =
      sweepers.some(({ overdue, failed }) => overdue || failed > 0) ||
      checks.some(({ count }) => count !== 0)
    return new StepResponse<Health>({
      status: worried ? "attention" : "ok",
      sweepers,
      checks,
    })
  }
)

export const checkHealthWorkflowId = "check-marketplace-health"

/** Whether every sweeper runs in time, and whether what must hold about rows holds. Only reads. */
export const checkHealthWorkflow = createWorkflow(checkHealthWorkflowId, () => {
  return new WorkflowResponse(readHealthStep())
})

async function readSweepers(
  container: MedusaContainer
): Promise<SweeperHealth[]> {
  const service = container.resolve<SweeperModuleService>(SWEEPER_MODULE)
  const rows = await service.listSweeps({}, { take: null })
  return listSweepers().map(({ name }) => {
    const row = rows.find((one) => one.name === name)
    return {
      name,
      last_run: row?.finished_at ?? null,
      found: row?.found ?? 0,
      mended: row?.mended ?? 0,
      failed: row?.failed ?? 0,
      last_error: row?.last_error ?? null,
      overdue: isOverdue(row, service.options.sweepPeriodSeconds),
    }
  })
}

function isOverdue(
  row: InferTypeOf<typeof Sweep> | undefined,
  period: number
): boolean {
  return !row || row.due_at.getTime() + period * 1000 < Date.now()
}

async function readChecks(container: MedusaContainer): Promise<CheckHealth[]> {
  return await Promise.all(
    listHealthChecks().map(async ({ name, count }) => {
      try {
        return { name, count: await count(container), error: null }
      } catch (error) {
        return { name, count: null, error: describeError(error) }
      }
    })
  )
}
