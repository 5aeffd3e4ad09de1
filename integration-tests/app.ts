import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { onServer } from "./template-database"

export type App = {
  api: AxiosInstance
  getContainer: () => MedusaContainer
}

let started = 0

/**
 * One Medusa app per spec file on a clone of the migrated template. The
 * database is restored to the state after `beforeAll` before each `it`.
 */
export function marketplaceApp(
  suite: (app: App) => void,
  options: { env?: Record<string, string> } = {}
): void {
  const dbName = `marketplace_${process.pid}_${Date.now().toString(36)}_${started++}`
  medusaIntegrationTestRunner({
    dbName,
    env: options.env ?? {},
    hooks: {
      beforeServerStart: async () => {
        await onServer(
          `create database "${dbName}" template "${process.env.DB_TEMPLATE}"`
        )
      },
    },
    // The runner's fields are getters that have a value from `beforeAll` on.
    testSuite: (app: App) => {
      beforeAll(() => {
        // A refusal is a result to assert on, not an exception.
        app.api.defaults.validateStatus = () => true
      })
      suite(app)
    },
  })
}
