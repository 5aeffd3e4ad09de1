import { randomUUID } from "node:crypto"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { scheduledJobs } from "../../options"
import { SWEEPER_MODULE } from "../../modules/sweeper"
import { setTick } from "../../modules/sweeper/clock"
import type { SweeperModuleService } from "../../modules/sweeper/service"
import { describeError, messageOf } from "./describe-error"
import type { SweepCounts, Sweeper } from "./registry"
import { listSweepers } from "./registry"

export type SweepReport = {
  name: string
  /** `false`: not due, or another process is at it. The counts are zero then. */
  ran: boolean
  found: number
  mended: number
  failed: number
}

export type SweepTurn = {
  /** Seconds between two turns. */
  period: number
  /** Also those that are not due yet. */
  force: boolean
  /** Only these; without it all. */
  names?: string[]
  /** Whoever has a schedule runs by it alone: the clock asks, no person. */
  bySchedule?: boolean
}

/** A sweeper that hangs for longer loses its row to the next turn. */
const longestRunSeconds = 600

/**
 * Runs the sweepers side by side: one that fails or hangs keeps nobody else
 * waiting. Never throws; `last_error` of the row and the log say what was wrong.
 */
export async function runDueSweepers(
  container: MedusaContainer,
  turn: SweepTurn
): Promise<SweepReport[]> {
  const chosen = listSweepers().filter(
    ({ name }) => !turn.names || turn.names.includes(name)
  )
  return await Promise.all(
    chosen.map((sweeper) => runOne(container, sweeper, turn))
  )
}

setTick(async (container, { starting, period }) => {
  await runDueSweepers(container, {
    ...{ period, force: starting, bySchedule: true },
  })
})

const nothing = { found: 0, mended: 0, failed: 0 }

async function runOne(
  container: MedusaContainer,
  sweeper: Sweeper,
  turn: SweepTurn
): Promise<SweepReport> {
  const sweeps = container.resolve<SweeperModuleService>(SWEEPER_MODULE)
  const { name } = sweeper
  const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  // A dead process must not block its sweeper for longer than one period.
  const lease = Math.max(turn.period, 5)
  const claim = { name, owner: randomUUID(), lease }
  try {
    if (!(await claimTurn(sweeps, claim, turn))) {
      return { name, ran: false, ...nothing }
    }
    const keeper = keepLease(sweeps, claim)
    const counts = await sweepSafely(container, sweeper)
    clearInterval(keeper)
    const { error, ...numbers } = counts
    await sweeps.finishSweep({
      ...claim,
      ...numbers,
      error: error === undefined ? null : describeError(error),
    })
    return { name, ran: true, ...numbers }
  } catch (error) {
    logger.error(`Sweeper ${name} could not keep its row: ${messageOf(error)}`)
    return { name, ran: false, ...nothing }
  }
}

async function claimTurn(
  sweeps: SweeperModuleService,
  claim: { name: string; owner: string; lease: number },
  { period, force, bySchedule = false }: SweepTurn
): Promise<boolean> {
  const job = scheduledJobs.find((one) => one === claim.name)
  const schedule = job && sweeps.options.schedules[job]
  return schedule
    ? await sweeps.claimPlanned({
        ...{ ...claim, schedule, force: force && !bySchedule },
      })
    : await sweeps.claimSweep({ ...claim, period, force })
}

async function sweepSafely(
  container: MedusaContainer,
  { name, sweep }: Sweeper
): Promise<SweepCounts> {
  try {
    return await sweep(container)
  } catch (error) {
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Sweeper ${name} failed: ${messageOf(error)}`)
    return { ...nothing, failed: 1, error }
  }
}

function keepLease(
  sweeps: SweeperModuleService,
  claim: { name: string; owner: string; lease: number }
): NodeJS.Timeout {
  const until = Date.now() + longestRunSeconds * 1000
  const keeper = setInterval(
    () => {
      if (Date.now() > until) {
        clearInterval(keeper)
      } else {
        // A renewal that fails is tried again; the lease lasts for three.
        sweeps.renewSweep(claim).catch(() => undefined)
      }
    },
    (claim.lease * 1000) / 3
  )
  return keeper.unref()
}
