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

const workerMode = (name?: string) =>
  name === "server" || name === "worker" ? name : "shared"

const { REDIS_URL, MEMCACHED_URL, S3_BUCKET } = process.env
const { RESEND_API_KEY, SENDGRID_API_KEY, SLACK_WEBHOOK_URL } = process.env

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
    ]
  : []

/** Memory in each process, and before it what all processes share: memcached, else Redis. */
const cachingProvider = MEMCACHED_URL
  ? {
      resolve: "./src/providers/caching-memcached",
      id: "caching-memcached",
      is_default: true,
      options: { servers: MEMCACHED_URL },
    }
  : REDIS_URL
    ? {
        resolve: "@medusajs/caching-redis",
        id: "caching-redis",
        is_default: true,
        options: { redisUrl: REDIS_URL },
      }
    : undefined

const caching = cachingProvider
  ? [
      {
        resolve: "@medusajs/medusa/caching",
        options: { in_memory: { enable: true }, providers: [cachingProvider] },
      },
    ]
  : []

/** Private files lie outside of the folder that Medusa serves. */
const localFiles = [
  {
    resolve: "@medusajs/medusa/file",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/file-local",
          id: "local",
          options: { private_upload_dir: join(process.cwd(), "private") },
        },
      ],
    },
  },
]

const files = S3_BUCKET
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
                // Addresses of private files are good for five minutes.
                download_file_duration: 300,
                additional_client_config: fromJson("S3_CLIENT", "{}"),
              },
            },
          ],
        },
      },
    ]
  : localFiles

/** One mail service, by the key that is there, and Slack for the operators. */
const notificationProviders = [
  ...(RESEND_API_KEY
    ? [
        {
          resolve: "./src/providers/notification-resend",
          id: "resend",
          options: {
            channels: ["email"],
            api_key: RESEND_API_KEY,
            from: process.env.RESEND_FROM,
          },
        },
      ]
    : SENDGRID_API_KEY
      ? [
          {
            resolve: "@medusajs/notification-sendgrid",
            id: "sendgrid",
            options: {
              channels: ["email"],
              api_key: SENDGRID_API_KEY,
              from: process.env.SENDGRID_FROM,
            },
          },
        ]
      : []),
  ...(SLACK_WEBHOOK_URL
    ? [
        {
          resolve: "./src/providers/notification-slack",
          id: "slack",
          options: { channels: ["slack"], webhook_url: SLACK_WEBHOOK_URL },
        },
      ]
    : []),
]

const notification = notificationProviders.length
  ? [
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            ...notificationProviders,
            {
              resolve: "@medusajs/medusa/notification-local",
              id: "local",
              options: { channels: ["feed", "seller_feed"] },
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
    // `server` answers HTTP, `worker` does what waits in Redis, `shared` both.
    workerMode: workerMode(process.env.MEDUSA_WORKER_MODE),
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
    ...caching,
    ...files,
    ...notification,
    ...fromJson("MARKETPLACE_MODULES", "[]"),
  ],
})
