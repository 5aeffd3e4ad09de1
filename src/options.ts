import type { ModuleProviderExports } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { parseExpression } from "cron-parser"
import { z } from "@medusajs/framework/zod"

/** How and when the money of a placed order set is captured. */
export const captureModes = ["automatic", "on_fulfillment", "manual"] as const
export type CaptureMode = (typeof captureModes)[number]

/**
 * `keep`: the seller pays the commission also for what came back.
 * `proportional_minus_fee`: it comes back but for `refundFeePercent` of it.
 */
export const refundCommissionPolicies = [
  "proportional",
  "keep",
  "proportional_minus_fee",
] as const
export type RefundCommissionPolicy = (typeof refundCommissionPolicies)[number]

/** Who bears what a buyer got back; `split` is half each. */
export const liabilities = ["seller", "platform", "split"] as const
export type Liability = (typeof liabilities)[number]

/** What an order has to reach before its earnings become payable. */
export const releaseConditions = ["delivered", "fulfilled", "captured"] as const
export type ReleaseCondition = (typeof releaseConditions)[number]

/** Who hands the tax of a seller's sales to the state. */
export const taxRemitters = ["platform", "seller"] as const

/** Languages of mails and feeds. */
export const notificationLocales = ["en", "de", "pl", "es", "fr"] as const

/** Jobs that can run at times of their own; the others only mend and run every `sweepPeriodSeconds`. */
export const scheduledJobs = [
  "payouts",
  "earnings",
  "earnings-reserves",
  "seller-statements",
] as const

/** A schedule's next turn after a moment, in UTC. */
export function nextTurn(schedule: string, now: Date): Date {
  return parseExpression(schedule, { currentDate: now, tz: "UTC" })
    .next()
    .toDate()
}

function isSchedule(value: string): boolean {
  try {
    nextTurn(value, new Date())
    return true
  } catch {
    return false
  }
}

function isProviderModule(value: unknown): boolean {
  return typeof value === "object" && value !== null && "services" in value
}

const optionsSchema = z.strictObject({
  /** Sellers may apply by themselves at `POST /vendor/sellers`. */
  registration: z.boolean().default(true),
  /**
   * `automatic` captures every order of a set right after placement. With
   * `on_fulfillment` and `manual` the first capture of any order charges the
   * buyer for the whole set, because a payment is captured once, in full.
   */
  capture: z.enum(captureModes).default("automatic"),
  /** Hours an invitation stays valid. */
  inviteTtlHours: z.number().int().positive().max(720).default(72),
  /** Link target of invitation mails, e.g. `https://vendor.example.com`. */
  vendorUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /** Origins of vendor panels; falls back to Medusa's `http.authCors`. */
  vendorCors: z.string().min(1).optional(),
  /** Limits how often one address and one account may log in, invite, upload, export and act on payouts. */
  rateLimits: z.boolean().default(true),
  /** Where several processes count together, e.g. `redis://localhost:6379`; each counts for itself without it. */
  rateLimitRedisUrl: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Seconds between two runs of each sweeper. */
  sweepPeriodSeconds: z.number().int().positive().max(3600).default(60),
  /** Seconds a set may stay `placing` before a sweeper ends it. */
  placingGraceSeconds: z.number().int().positive().max(3600).default(120),
  /** Bytes that one uploaded image may have. */
  uploadMaxBytes: z.number().int().positive().default(10_000_000),
  /** Width × height that one uploaded image may have. */
  uploadMaxPixels: z.number().int().positive().default(50_000_000),
  /** Images in one request. */
  uploadMaxFiles: z.number().int().positive().max(50).default(10),
  /** Images that one seller may keep. */
  uploadQuotaFiles: z.number().int().positive().default(10_000),
  /** Bytes that the images of one seller may take together. */
  uploadQuotaBytes: z.number().int().positive().default(5_000_000_000),
  /** Bytes that one private file may have. */
  documentMaxBytes: z.number().int().positive().default(10_000_000),
  /** Private files in one request. */
  documentMaxFiles: z.number().int().positive().max(20).default(5),
  /** Private files that one seller, or one customer, may keep. */
  documentQuotaFiles: z.number().int().positive().default(500),
  /** Bytes that the private files of one seller, or one customer, may take together. */
  documentQuotaBytes: z.number().int().positive().default(1_000_000_000),
  /** Days until an exported file is thrown away. */
  exportKeepDays: z.number().int().positive().max(365).default(7),
  /** Who hands the tax of a seller's sales to the state: it stays with the platform, or is paid to the seller. */
  taxRemitter: z.enum(taxRemitters).default("platform"),
  /** What happens to the commission of a refunded line; `keep` leaves it with the platform. */
  refundCommission: z.enum(refundCommissionPolicies).default("proportional"),
  /** Percent of the commission of what came back that the platform keeps with `proportional_minus_fee`. */
  refundFeePercent: z.number().min(0).max(100).multipleOf(0.01).default(20),
  /** Who bears a refund, beside the commission and tax that go back; `split` is half each. */
  refundLiability: z.enum(liabilities).default("seller"),
  /** Who bears disputed money and the fee for it; `split` is half each. */
  disputeLiability: z.enum(liabilities).default("seller"),
  /** What the whole order has to reach before its earnings become payable. */
  releaseOn: z.enum(releaseConditions).default("delivered"),
  /** Days between that and the release. */
  releaseHoldDays: z.number().int().nonnegative().max(365).default(14),
  /** Percent of each release that is kept back for `reserveDays`. */
  reservePercent: z.number().min(0).max(100).multipleOf(0.01).default(0),
  /** Days until what a release kept back is free. */
  reserveDays: z.number().int().nonnegative().max(365).default(90),
  /** Major units, 0 or below: a seller whose `available` is lower in any currency is not paid; without it any debt just nets. */
  payoutFloor: z.number().max(0).optional(),
  /** Who issues sellers' statements; the store's name when absent. */
  statementIssuer: z
    .strictObject({
      name: z.string().min(1),
      address: z.string().min(1).optional(),
      tax_id: z.string().min(1).optional(),
    })
    .optional(),
  /** Days after delivery in which a customer may ask to send goods back. */
  returnWindowDays: z.number().int().nonnegative().max(3650).default(30),
  /** Ways to pay sellers beside `manual`, as Medusa's provider entries. */
  payoutProviders: z
    .array(
      z.strictObject({
        resolve: z.union([
          z.string().min(1),
          z.custom<ModuleProviderExports>(isProviderModule),
        ]),
        id: z.string().min(1),
        options: z.record(z.string(), z.unknown()).optional(),
      })
    )
    .default([]),
  /** The id of the provider that new payout accounts are opened with; without it the first of `payoutProviders`, else `manual`. */
  payoutAccountProvider: z.string().min(1).optional(),
  /** Minutes since the login within which payout details can be changed. */
  payoutLoginMinutes: z.number().int().positive().max(1440).default(60),
  /** How often a payout that failed is tried again within its period, an hour later than the time before. */
  payoutFailedRetryLimit: z.number().int().nonnegative().max(20).default(3),
  /** Major units; less than this waits for more. */
  payoutMinimum: z.number().nonnegative().default(1),
  /** Days without payouts after a seller's payout details changed. */
  payoutChangeHoldDays: z.number().int().nonnegative().max(365).default(7),
  /** Seconds that one call of a payout provider may take. */
  payoutCallTimeoutSeconds: z.number().positive().max(300).default(20),
  /**
   * When a job runs, as a cron expression in UTC, e.g. `{ payouts: "0 6 * * 1-5" }`;
   * what it missed while no process ran is made up for at the next start. A job
   * that is not named runs every `sweepPeriodSeconds`.
   */
  schedules: z
    .partialRecord(
      z.enum(scheduledJobs),
      z.string().refine(isSchedule, "is no cron expression")
    )
    .default({}),
  /** Calls of payout providers that one process has under way at once. */
  payoutCallsAtOnce: z.number().int().positive().max(100).default(20),
  /** Seconds before an unclear payout is asked for again; doubles with every try, to an hour. */
  payoutRetrySeconds: z.number().positive().max(3600).default(15),
  /** Major units; an adjustment above it needs a second person. */
  adjustmentApprovalAbove: z.number().int().nonnegative().default(100),
  /** Language of mails and feeds where nobody chose one. */
  notificationLocale: z.enum(notificationLocales).default("en"),
  /** Mail addresses that get what the operator's feed shows. */
  operatorEmails: z.array(z.email()).default([]),
  /** How often a notification is tried before it is a dead letter. */
  notificationAttempts: z.number().int().positive().max(20).default(8),
  /** Seconds before a failed notification is tried again; doubles with every try, to a day. */
  notificationRetrySeconds: z.number().positive().max(3600).default(60),
  /** Buyers agreed to be tracked: their purchases go to the analytics service, by opaque ids. */
  trackBuyers: z.boolean().default(false),
  /** Pieces at one place at which a seller is told that its goods run out. */
  lowStockThreshold: z.number().int().nonnegative().default(5),
  /** Days before a document expires in which its seller and the operator are told. */
  documentNoticeDays: z.number().int().positive().max(365).default(30),
  /** Hour (UTC) at which daily digests are made. */
  digestHour: z.number().int().min(0).max(23).default(7),
})

/** Every option there is. */
export const optionNames = Object.keys(optionsSchema.shape)

/** The plugin's options after parsing: every default filled in. */
export type MarketplaceOptions = z.infer<typeof optionsSchema>

/** What a host writes into `plugins: [{ resolve, options }]`. */
export type MarketplaceOptionsInput = z.input<typeof optionsSchema>

/**
 * Validates the plugin options and fills in defaults; `{}` and `undefined` are valid.
 *
 * @throws MedusaError INVALID_DATA naming every offending field.
 */
export function parseOptions(input: unknown): MarketplaceOptions {
  // Medusa 2.21 adds its connection settings to the options of every module.
  const { database, ...options } = (input ?? {}) as Record<string, unknown>
  const parsed = optionsSchema.safeParse(options)
  if (parsed.success) {
    return parsed.data
  }
  const problems = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? `unknown option ${issue.keys.map((key) => `"${key}"`).join(", ")}`
      : `option "${issue.path.join(".")}": ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-marketplace: ${problems.join("; ")}`
  )
}
