import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { installedSql, installSql, mergeSql, versionsSql } from "./install-sql"
import { FreshnessChange } from "./models/freshness-change"

/** Scope → version; a scope that is not there never changed. */
export type Versions = ReadonlyMap<string, string>

/** Which version the rows have that answers are remembered of: triggers note every change in its own transaction. */
export class FreshnessModuleService extends MedusaService({ FreshnessChange }) {
  /** Medusa calls this in every process and while it migrates: links have their tables by then. */
  readonly __hooks: { onApplicationStart: () => Promise<void> }
  private isKept = false

  constructor(deps: Record<string, unknown> & { logger?: Logger }) {
    super(deps)
    this.__hooks = {
      // Medusa swallows what a hook throws.
      onApplicationStart: () =>
        this.keepVersions()
          .then(() => {
            this.isKept = true
          })
          .catch((error: Error) =>
            deps.logger?.error(`Nothing is remembered: ${error.message}`)
          ),
    }
  }

  /** All versions, in one statement; null where changes are not noted, so that nothing may be remembered. */
  @InjectManager()
  async readVersions(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Versions | null> {
    if (!this.isKept) {
      return null
    }
    const rows =
      (await context.manager?.execute<{ scope: string; version: string }[]>(
        versionsSql
      )) ?? []
    return new Map(rows.map(({ scope, version }) => [scope, version]))
  }

  /** Keeps the table small; answers how many rows became fewer. */
  @InjectTransactionManager()
  async mergeChanges(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    const rows =
      await context.transactionManager?.execute<{ merged: number }[]>(mergeSql)
    return rows?.[0]?.merged ?? 0
  }

  @InjectTransactionManager()
  async keepVersions(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const db = context.transactionManager
    await db?.execute(
      "select pg_advisory_xact_lock(hashtext('marketplace_freshness'))"
    )
    const installed = await db?.execute<unknown[]>(installedSql)
    if (!installed?.length) {
      await db?.execute(installSql)
    }
  }
}
