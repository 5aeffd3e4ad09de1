import { join } from "node:path"
import {
  ContainerRegistrationKeys,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import { MedusaApp, MedusaModule } from "@medusajs/framework/modules-sdk"
import type { MarketplaceOptionsInput } from "../src/options"
import { PAYOUT_MODULE } from "../src/modules/payout"
import type { PayoutModuleService } from "../src/modules/payout/service"
import { databaseUrl, onServer } from "./template-database"

export type PayoutModule = {
  service: PayoutModuleService
  close: () => Promise<void>
}

/** The payout module alone on a database, in this process: no server, no other module. */
export async function loadPayoutModule(
  clientUrl: string,
  options: MarketplaceOptionsInput = {}
): Promise<PayoutModule> {
  const { app, close } = await startModule(clientUrl, options)
  const service = app.modules[PAYOUT_MODULE] as PayoutModuleService | undefined
  if (!service) {
    await close()
    throw new Error("The payout module did not load")
  }
  return { service, close }
}

/** Gives an empty database the module's tables. */
export async function migratePayoutModule(clientUrl: string): Promise<void> {
  const { app, close } = await startModule(clientUrl, {})
  await app.runMigrations()
  await close()
}

async function startModule(
  clientUrl: string,
  options: MarketplaceOptionsInput
) {
  const database = { clientUrl, schema: "public" }
  const connection = ModulesSdkUtils.createPgConnection(database)
  const app = await MedusaApp({
    sharedResourcesConfig: { database },
    modulesConfig: {
      [PAYOUT_MODULE]: {
        resolve: join(__dirname, "../src/modules/payout"),
        options: { database, ...options },
      },
    },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: console,
    },
  })
  const close = async () => {
    await app.onApplicationPrepareShutdown()
    await app.onApplicationShutdown()
    await connection.destroy()
    MedusaModule.clearInstances()
  }
  return { app, close }
}

/** A migrated database of the calling spec's own. */
export async function createPayoutDatabase(): Promise<{
  clientUrl: string
  drop: () => Promise<void>
}> {
  const name = `marketplace_${process.pid}_${Date.now().toString(36)}`
  await onServer(
    `create database "${name}" template "${process.env.DB_TEMPLATE}"`
  )
  return {
    clientUrl: databaseUrl(name),
    drop: async () => {
      await onServer(`drop database if exists "${name}" with (force)`)
    },
  }
}
