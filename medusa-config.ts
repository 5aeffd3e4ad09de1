import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

/** What a host passes as `plugins: [{ resolve, options }]`; here the root app hands the same object to every module. */
const marketplaceOptions = JSON.parse(process.env.MARKETPLACE_OPTIONS ?? "{}")

const marketplaceModules = ["seller", "request", "order-set", "sweeper"].map(
  (name) => ({ resolve: `./src/modules/${name}`, options: marketplaceOptions })
)

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
  modules: [...marketplaceModules],
})
