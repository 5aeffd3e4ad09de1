import { readdirSync } from "node:fs"
import { join } from "node:path"
import { defineConfig, loadEnv, Modules } from "@medusajs/framework/utils"

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

const { REDIS_URL, S3_BUCKET, SENDGRID_API_KEY } = process.env

/** With several processes everything that they share lives in Redis. */
const redis = REDIS_URL
  ? [
      {
        key: Modules.EVENT_BUS,
        resolve: "@medusajs/event-bus-redis",
        options: { redisUrl: REDIS_URL },
      },
      {
        key: Modules.WORKFLOW_ENGINE,
        resolve: "@medusajs/workflow-engine-redis",
        options: { redis: { redisUrl: REDIS_URL } },
      },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl: REDIS_URL },
            },
          ],
        },
      },
      {
        resolve: "@medusajs/medusa/caching",
        options: {
          in_memory: { enable: true },
          providers: [
            {
              resolve: "@medusajs/caching-redis",
              id: "caching-redis",
              is_default: true,
              options: { redisUrl: REDIS_URL },
            },
          ],
        },
      },
    ]
  : []

const s3 = S3_BUCKET
  ? [
      {
        resolve: "@medusajs/medusa/file",
        options: {
          providers: [
            {
              resolve: "@medusajs/file-s3",
              id: "s3",
              options: {
                bucket: S3_BUCKET,
                file_url: process.env.S3_FILE_URL,
                region: process.env.S3_REGION,
                endpoint: process.env.S3_ENDPOINT,
                access_key_id: process.env.S3_ACCESS_KEY_ID,
                secret_access_key: process.env.S3_SECRET_ACCESS_KEY,
              },
            },
          ],
        },
      },
    ]
  : []

const mail = SENDGRID_API_KEY
  ? [
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            {
              resolve: "@medusajs/notification-sendgrid",
              id: "sendgrid",
              options: {
                channels: ["email"],
                api_key: SENDGRID_API_KEY,
                from: process.env.SENDGRID_FROM,
              },
            },
          ],
        },
      },
    ]
  : []

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    redisUrl: REDIS_URL,
    databaseDriverOptions: fromJson("DATABASE_DRIVER_OPTIONS", "{}"),
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
    ...redis,
    ...s3,
    ...mail,
    ...fromJson("MARKETPLACE_MODULES", "[]"),
  ],
})
