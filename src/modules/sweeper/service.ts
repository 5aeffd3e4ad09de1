import { container } from "@medusajs/framework"
import type {
  Context,
  InternalModuleDeclaration,
} from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { MarketplaceOptions } from "../../options"
import { nextTurn, parseOptions } from "../../options"
import { Clock } from "./clock"
import { Sweep } from "./models/sweep"
import { claimPlannedSql, claimSql, finishSql, planSql, renewSql } from "./sql"
import type { Claim, PlannedClaim, SweepOutcome } from "./types"

/** When each sweeper last ran, what it mended, and the clock that makes them run. */
export class SweeperModuleService extends MedusaService({ Sweep }) {
  readonly options: MarketplaceOptions
  /** Medusa calls these; a process that only serves HTTP does not sweep. */
  readonly __hooks: Record<string, () => Promise<void>>

  constructor(
    deps: Record<string, unknown>,
    options?: unknown,
    declaration?: InternalModuleDeclaration
  ) {
    super(deps)
    this.options = parseOptions(options)
    const clock = new Clock(container, this.options.sweepPeriodSeconds)
    this.__hooks =
      declaration?.worker_mode === "server"
        ? {}
        : {
            onApplicationStart: () => clock.start(),
            onApplicationPrepareShutdown: () => clock.stop(),
          }
  }

  /**
   * Takes a sweeper's row for `lease` seconds by one guarded statement: of many
   * processes exactly one gets it. Its next turn is due a period later.
   *
   * @returns false when it is not due, or somebody else is sweeping.
   */
  @InjectManager()
  async claimSweep(
    { name, owner, period, lease, force }: Claim,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const id = generateEntityId(undefined, "sweep")
    const rows = await context.manager?.execute<{ id: string }[]>(claimSql, [
      ...[id, name, period, owner, lease],
      ...[force ?? false, period],
    ])
    return Boolean(rows?.length)
  }

  /**
   * The same for a job with a schedule: it is due at the schedule's times only,
   * also when the plugin starts for the first time.
   */
  @InjectManager()
  async claimPlanned(
    { name, owner, schedule, lease, force }: PlannedClaim,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const id = generateEntityId(undefined, "sweep")
    const [clock] =
      (await context.manager?.execute<{ now: Date }[]>(
        "select clock_timestamp() as now"
      )) ?? []
    const now = new Date(clock?.now ?? Date.now())
    const next = nextTurn(schedule, now)
    await context.manager?.execute(planSql, [id, name, next, next])
    const rows = await context.manager?.execute<{ id: string }[]>(
      claimPlannedSql,
      [next, owner, lease, name, force ?? false, now]
    )
    return Boolean(rows?.length)
  }

  /** Keeps a claimed row for `lease` more seconds; does nothing once it is somebody else's. */
  @InjectManager()
  async renewSweep(
    { name, owner, lease }: Pick<Claim, "name" | "owner" | "lease">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await context.manager?.execute(renewSql, [lease, name, owner])
  }

  /** Keeps what a run did and frees its row; does nothing once it is somebody else's. */
  @InjectManager()
  async finishSweep(
    { name, owner, found, mended, failed, error }: SweepOutcome,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await context.manager?.execute(finishSql, [
      ...[found, mended, failed, error, name, owner],
    ])
  }
}
