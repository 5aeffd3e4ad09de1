import { createHash } from "node:crypto"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ipKeyGenerator,
  rateLimit,
  type RateLimitRequestHandler,
  type Store,
} from "express-rate-limit"
import { Redis } from "ioredis"
import { RedisStore, type RedisReply } from "rate-limit-redis"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import { isRecord } from "./record"

/**
 * Calls a minute, by address and by account: what is worth guessing, mailing,
 * storing or paying. Of messages of payout providers only those count that are
 * refused, by address and all together.
 */
const classes = {
  auth: { ip: 60, account: 15 },
  signups: { ip: 30, account: 10 },
  invites: { ip: 60, account: 30 },
  uploads: { ip: 300, account: 120 },
  exports: { ip: 60, account: 30 },
  imports: { ip: 60, account: 30 },
  payouts: { ip: 60, account: 30 },
  hooks: { ip: 600, account: 6000 },
} as const

export type RateClass = keyof typeof classes

const windowMs = 60_000

type Limits = Record<RateClass, RateLimitRequestHandler[]>

let limits: Limits | null | undefined

/** Refuses with 429 whoever calls more often than the class allows; the option `rateLimits` switches all classes off. */
export function limited(name: RateClass): MiddlewareFunction {
  return function limitRate(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    limits ??= createLimits(req.scope)
    const [byAddress, byAccount] = limits?.[name] ?? []
    if (!byAddress || !byAccount) {
      return next()
    }
    return byAddress(req, res, (error?: unknown) =>
      error ? next(error) : byAccount(req, res, next)
    )
  }
}

/** Once a process, as the counters live in it or in Redis. */
function createLimits(scope: MedusaContainer): Limits | null {
  const { options } = scope.resolve<SellerModuleService>(SELLER_MODULE)
  if (!options.rateLimits) {
    return null
  }
  const redis = options.rateLimitRedisUrl
    ? new Redis(options.rateLimitRedisUrl)
    : undefined
  const handlers = Object.entries(classes).map(([name, limit]) => {
    const isHook = name === "hooks"
    const of = (kind: string) => ({
      store: storeOf(redis, `${name}:${kind}:`),
      refusedOnly: isHook,
    })
    return [
      name,
      [
        createLimit(limit.ip, addressOf, of("ip")),
        createLimit(limit.account, isHook ? allOf : accountOf, of("account")),
      ],
    ]
  })
  // The keys are those of the classes.
  return Object.fromEntries(handlers) as Limits
}

type KeyOf = (req: MedusaRequest) => string | undefined

function createLimit(
  limit: number,
  keyOf: KeyOf,
  { store, refusedOnly }: { store: Store | undefined; refusedOnly: boolean }
): RateLimitRequestHandler {
  // Express' request is Medusa's; its type does not know `scope`.
  const key = (req: unknown) => keyOf(req as MedusaRequest)
  return rateLimit({
    windowMs,
    limit,
    store,
    skipSuccessfulRequests: refusedOnly,
    keyGenerator: (req) => key(req) ?? "",
    skip: (req) => key(req) === undefined,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    passOnStoreError: true,
    validate: { creationStack: false },
    handler: (_req, res) => {
      res.status(429).json({
        type: "too_many_requests",
        message: "Too many requests. Try again in a minute",
      })
    },
  })
}

/** Without Redis each process counts in its memory. */
function storeOf(redis: Redis | undefined, prefix: string): Store | undefined {
  return (
    redis &&
    new RedisStore({
      prefix: `marketplace-rate:${prefix}`,
      sendCommand: async (command: string, ...rest: string[]) =>
        // ioredis answers whatever the script returns.
        (await redis.call(command, ...rest)) as RedisReply,
    })
  )
}

/** A flood from many addresses. */
const allOf: KeyOf = () => "all"

const addressOf: KeyOf = (req) => ipKeyGenerator(req.ip ?? "")

/** Who is logged in, or whom somebody wants to be; hashed, as keys are no place for addresses of people. */
const accountOf: KeyOf = (req) => {
  const context: unknown = "auth_context" in req ? req.auth_context : undefined
  const known = isRecord(context) ? context.auth_identity_id : undefined
  const body = isRecord(req.body) ? req.body : {}
  const account = known || body.email || body.identifier
  return typeof account === "string" && account
    ? createHash("sha256").update(account.toLowerCase()).digest("base64url")
    : undefined
}
