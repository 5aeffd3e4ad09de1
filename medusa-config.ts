import { readdirSync } from "node:fs"
import { join } from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

/** Settings of one run (tests, bench) come as JSON; without them the root app is the plugin with its defaults. */
const fromJson = (name: string, fallback: string) =>
  JSON.parse(process.env[name] ?? fallback)

/** What a host passes as `plugins: [{ resolve, options }]`; here the root app hands the same object to every module. */
const marketplaceOptions = fromJson("MARKETPLACE_OPTIONS", "{}")

const marketplaceModules = readdirSync(join(process.cwd(), "src/modules")).map(
  (name) => ({ resolve: `./src/modules/${name}`, options: marketplaceOptions })
)

const paymentProviders = [
  { resolve: "./src/providers/payment-split", id: "split" },
  ...fromJson("MARKETPLACE_PAYMENT_PROVIDERS", "[]"),
]

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    redisUrl: process.env.REDIS_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET ?? "development-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "development-only",
    },
  },
  admin: { disable: true },
  modules: [
    ...marketplaceModules,
    {
      resolve: "@medusajs/medusa/payment",
      options: { providers: paymentProviders },
    },
    ...fromJson("MARKETPLACE_MODULES", "[]"),
  ],
})
