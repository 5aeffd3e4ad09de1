export type Proof = {
  /** From the root of the repository. */
  spec: string
  /** What the spec says of the provider; the page cannot be made of a spec that does not. */
  mentions: string
}

export type ProviderRow = {
  module: string
  provider: string
  /** What `resolve` names in `medusa-config`. */
  resolve: string
  /** What the marketplace does on it. */
  purpose: string
  /** None: nobody has proven it, and the page says so. */
  proofs: Proof[]
  /** What a run of the proof printed, or what the proof counts. */
  figure: string
}

const events =
  "every action tells by an event; postings, notices, tracking and captures follow"
const workflows =
  "every change; what fails is undone, what crashed is finished by sweepers"
const caching =
  "carts, product pages and shipping options: what many requests read and few change; the tariff"
const locking =
  "completion of a cart, stock, refunds, requests, payouts: one at a time"
const files =
  "images, documents and attachments of sellers, statements, product files"
const told = "sellers, operators and buyers are told"
const tracked = "what sellers and buyers do, by opaque ids"

const nameOf = {
  ...{ redis: "Redis", postgres: "PostgreSQL" },
  ...{ resend: "Resend", slack: "Slack" },
}

/** Every provider that the marketplace promises to work on. */
export const providerRows: ProviderRow[] = [
  {
    ...{ module: "event", provider: "local", purpose: events },
    resolve: "@medusajs/medusa/event-bus-local",
    proofs: [
      { spec: "integration-tests/app.ts", mentions: "undocumented(emitted)" },
    ],
    figure:
      "a whole run of the integration stage emits every event of events.md and no other of ours",
  },
  {
    ...{ module: "event", provider: "Redis", purpose: events },
    resolve: "@medusajs/event-bus-redis",
    proofs: [
      {
        spec: "integration-tests/random-kills/opened-shop.ts",
        mentions: "@medusajs/event-bus-redis",
      },
      { spec: "scripts/demo.ts", mentions: "--production-like" },
    ],
    figure:
      "undisturbed, each event once; 2 servers and a worker killed 3 times at random: 8 carts, 12 refunds, 2 payouts, 63 notices, none lost, none twice (`KILLS=3 SEED=20261125 npm run prove -- integration-tests/prove/random-kills`)",
  },
  {
    ...{ module: "workflow engine", provider: "in-memory", purpose: workflows },
    resolve: "@medusajs/medusa/workflow-engine-inmemory",
    proofs: [
      {
        spec: "integration-tests/processes/crash.spec.ts",
        mentions: `"postgres"`,
      },
      {
        spec: "integration-tests/prove/failing-workflows.spec.ts",
        mentions: "fails at any step",
      },
    ],
    figure: "20 named points × 2: a full set, or an open cart",
  },
  {
    ...{ module: "workflow engine", provider: "Redis", purpose: workflows },
    resolve: "@medusajs/workflow-engine-redis",
    proofs: [
      {
        spec: "integration-tests/prove/random-kills.spec.ts",
        mentions: "a worker are killed",
      },
      {
        spec: "integration-tests/prove/crash-redis.spec.ts",
        mentions: `"redis"`,
      },
      { spec: "scripts/demo.ts", mentions: "--production-like" },
    ],
    figure:
      "20 named points × 2 and 4 of a refund; 2 servers and a worker killed 3 times at random; the demo on two servers and a worker: 63 figures right",
  },
  {
    ...{ module: "file", provider: "local", purpose: files },
    resolve: "@medusajs/medusa/file-local",
    proofs: [
      {
        spec: "integration-tests/http/vendor/own-uploads-suite.ts",
        mentions: "/vendor/uploads",
      },
      {
        spec: "integration-tests/files.spec.ts",
        mentions: "what the local provider lacks",
      },
    ],
    figure:
      "29 hostile files stay out, nobody reads another's, quotas are counted; addresses are our own, signed, for five minutes",
  },
  {
    ...{ module: "file", provider: "S3", purpose: files },
    resolve: "@medusajs/file-s3",
    proofs: [
      { spec: "integration-tests/files-s3.spec.ts", mentions: "files on S3" },
      { spec: "scripts/demo/picture.ts", mentions: "kept by S3" },
    ],
    figure:
      "the same; the S3-protocol server of the specs enforces expiry, but neither signatures nor access lists: for privacy the specs see the list that S3 is told (private) and that no bare address leaves us",
  },
  {
    ...{ module: "caching", provider: "in-memory", purpose: caching },
    resolve: "@medusajs/medusa/caching",
    proofs: [
      {
        spec: "integration-tests/caching/caches.ts",
        mentions: "cache-memory",
      },
    ],
    figure:
      "145 reads beside 56 writes, 517 answers from memory: 0 stale (seed 565475)",
  },
  {
    ...{ module: "caching", provider: "Redis", purpose: caching },
    resolve: "@medusajs/caching-redis",
    proofs: [{ spec: "integration-tests/caching.spec.ts", mentions: "redis" }],
    figure:
      "118 reads beside 56 writes, 350 answers from it: 0 stale (seed 835056); hung and killed: slowest page 601 ms, 596 ms before",
  },
  {
    ...{ module: "caching", provider: "memcached", purpose: caching },
    resolve: "medusa-plugin-marketplace/providers/caching-memcached",
    proofs: [
      {
        spec: "integration-tests/caching.spec.ts",
        mentions: "memcached",
      },
      {
        spec: "integration-tests/caching-memcached.spec.ts",
        mentions: "memcached",
      },
    ],
    figure: "a real memcached, also a dead one: slower, never broken",
  },
  {
    ...{ module: "locking", provider: "in-memory", purpose: locking },
    resolve: "@medusajs/medusa/locking",
    proofs: [
      {
        spec: "integration-tests/flows/locks-suite.ts",
        mentions: "expired lock",
      },
    ],
    figure: "one process",
  },
  ...(["redis", "postgres"] as const).map((kind) => ({
    ...{ module: "locking", provider: nameOf[kind], purpose: locking },
    resolve: `@medusajs/medusa/locking-${kind}`,
    proofs: [
      {
        spec: "integration-tests/processes/locking.spec.ts",
        mentions: `"${kind}"`,
      },
    ],
    figure:
      "two processes split a cart, sell scarce stock, decide requests and change a rule once, as with no lock at all; 2 × 15 counted: 30; a dead holder",
  })),
  {
    ...{ module: "notification", provider: "local", purpose: told },
    resolve: "@medusajs/medusa/notification-local",
    proofs: [
      {
        spec: "integration-tests/flows/notifications/telling-suite.ts",
        mentions: "never twice",
      },
    ],
    figure: "told once, also when the event comes twice",
  },
  {
    ...{ module: "notification", provider: "SendGrid", purpose: told },
    resolve: "@medusajs/notification-sendgrid",
    proofs: [
      {
        spec: "integration-tests/notification-providers.spec.ts",
        mentions: "@medusajs/medusa/notification-sendgrid",
      },
    ],
    figure: "the requests of the official client; a refusal is tried again",
  },
  ...(["resend", "slack"] as const).map((kind) => ({
    ...{ module: "notification", provider: nameOf[kind], purpose: told },
    resolve: `medusa-plugin-marketplace/providers/notification-${kind}`,
    proofs: [
      {
        spec: "integration-tests/notification-providers.spec.ts",
        mentions: `notification-${kind}`,
      },
    ],
    figure: "the requests of the official client",
  })),
  {
    ...{ module: "notification", provider: "SMS", purpose: told },
    resolve: "any provider of the host with the channel sms",
    proofs: [
      {
        spec: "integration-tests/flows/notifications.spec.ts",
        mentions: "sms-gateway",
      },
      {
        spec: "integration-tests/flows/notifications/table-suite.ts",
        mentions: "sms",
      },
    ],
    figure: "a gateway that takes numbers and short plain text only",
  },
  {
    ...{ module: "analytics", provider: "local", purpose: tracked },
    resolve: "@medusajs/medusa/analytics-local",
    proofs: [
      {
        spec: "integration-tests/flows/onboarding.spec.ts",
        mentions: "@medusajs/medusa/analytics-local",
      },
    ],
    figure: "the funnel of a seller in the log, by ids",
  },
  {
    ...{ module: "analytics", provider: "PostHog", purpose: tracked },
    resolve: "@medusajs/medusa/analytics-posthog",
    proofs: [
      {
        spec: "integration-tests/flows/notifications.spec.ts",
        mentions: "@medusajs/medusa/analytics-posthog",
      },
    ],
    figure: "the requests of the official client; no e-mail, no name",
  },
]
