import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import type { MarketplaceOptionsInput } from "../src/options"
import { validateAnswers } from "./answers"
import {
  keepNames,
  recordEvents,
  undocumented,
  type Emitted,
} from "./documented-events"
import { onServer } from "./template-database"

export type App = {
  api: AxiosInstance
  getContainer: () => MedusaContainer
  /** The spec's own database, for assertions on rows. */
  dbConfig: { clientUrl: string }
}

export type Suite = (app: App) => void

export type AppSettings = {
  /** The plugin's options; defaults when absent, but sweepers rest after the start (specs run them) and nobody counts calls. */
  options?: MarketplaceOptionsInput
  /** Provider entries of the payment module beside those of the root app. */
  paymentProviders?: Record<string, unknown>[]
  /** Entries for `modules` of the root config; the same module key wins over its own. */
  modules?: Record<string, unknown>[]
  env?: Record<string, string>
}

type RunnerApp = App & {
  dbConfig: { dbName: string; clientUrl: string }
  dbUtils: {
    snapshot: (to?: { templateName: string }) => Promise<void>
    restore: (from?: { templateName: string }) => Promise<void>
  }
}

let booted = false

/**
 * One Medusa app per spec file on a clone of the migrated template. Before each
 * `it` the database is restored to the state after `beforeAll`.
 *
 * Give a record of suites to let several share the app: each starts from the
 * empty marketplace and has its own `beforeAll`.
 *
 * @example marketplaceApp((app) => { it("...", async () => {}) })
 * @example marketplaceApp({ "hiding sellers": hiding, "cart lines": lines })
 */
export function marketplaceApp(
  suites: Suite | Record<string, Suite>,
  settings: AppSettings = {}
): void {
  if (booted) {
    throw new Error(
      "One app a spec file: give marketplaceApp a record of suites instead"
    )
  }
  booted = true
  const { options, paymentProviders, modules, env } = settings
  // One process: Medusa's embedded defaults, unless the spec says otherwise.
  delete process.env.REDIS_URL
  delete process.env.MEMCACHED_URL
  // Jest gives each spec file its own copy of the environment, and Medusa's
  // runner reads the config before it applies `env`.
  Object.assign(process.env, env, {
    MARKETPLACE_OPTIONS: JSON.stringify({
      sweepPeriodSeconds: 3600,
      rateLimits: false,
      ...options,
    }),
    MARKETPLACE_PAYMENT_PROVIDERS: JSON.stringify(paymentProviders ?? []),
    MARKETPLACE_MODULES: JSON.stringify(modules ?? []),
  })
  const dbName = `marketplace_${process.pid}_${Date.now().toString(36)}`
  medusaIntegrationTestRunner({
    dbName,
    hooks: {
      beforeServerStart: async () => {
        await onServer(
          `create database "${dbName}" template "${process.env.DB_TEMPLATE}"`
        )
      },
    },
    // The runner's fields are getters that have a value from `beforeAll` on.
    testSuite: (app: RunnerApp) => {
      let emitted: Emitted[] = []
      beforeAll(() => {
        // A refusal is a result to assert on, not an exception.
        app.api.defaults.validateStatus = () => true
        validateAnswers(app.api)
        emitted = recordEvents(app.getContainer())
      })
      // Whatever a spec does: no event of ours that the reference does not describe.
      afterAll(() => {
        keepNames(emitted)
        expect(undocumented(emitted)).toEqual([])
      })
      if (typeof suites === "function") {
        suites(app)
      } else {
        shareApp(app, suites)
      }
    },
  })
}

function shareApp(app: RunnerApp, suites: Record<string, Suite>): void {
  const empty = { templateName: `${app.dbConfig.dbName}-empty` }
  beforeAll(() => app.dbUtils.snapshot(empty))
  for (const [name, suite] of Object.entries(suites)) {
    describe(name, () => {
      beforeAll(() => app.dbUtils.restore(empty))
      suite(app)
      beforeAll(() => app.dbUtils.snapshot())
    })
  }
  afterAll(() => onServer(`drop database if exists "${empty.templateName}"`))
}
