import { readFileSync } from "node:fs"
import { join } from "node:path"
import { optionNames, parseOptions } from "../options"

it("fills in every default, for no options and for an empty object alike", () => {
  const defaults = {
    registration: true,
    capture: "automatic",
    inviteTtlHours: 72,
    sweepPeriodSeconds: 60,
    placingGraceSeconds: 120,
    taxRemitter: "platform",
    rateLimits: true,
    refundCommission: "proportional",
    refundFeePercent: 20,
    refundLiability: "seller",
    disputeLiability: "seller",
    returnWindowDays: 30,
    releaseOn: "delivered",
    releaseHoldDays: 14,
    reservePercent: 0,
    reserveDays: 90,
    payoutProviders: [],
    payoutMinimum: 1,
    payoutChangeHoldDays: 7,
    payoutLoginMinutes: 60,
    payoutFailedRetryLimit: 3,
    payoutCallTimeoutSeconds: 20,
    payoutCallsAtOnce: 20,
    payoutRetrySeconds: 15,
    schedules: {},
    adjustmentApprovalAbove: 100,
    notificationLocale: "en",
    operatorEmails: [],
    notificationAttempts: 8,
    notificationRetrySeconds: 60,
    trackBuyers: false,
    uploadMaxBytes: 10_000_000,
    uploadMaxFiles: 10,
    uploadMaxPixels: 50_000_000,
    uploadQuotaBytes: 5_000_000_000,
    uploadQuotaFiles: 10_000,
    digestHour: 7,
    lowStockThreshold: 5,
    documentMaxBytes: 10_000_000,
    documentMaxFiles: 5,
    documentNoticeDays: 30,
    documentQuotaBytes: 1_000_000_000,
    documentQuotaFiles: 500,
    exportKeepDays: 7,
  }
  expect(parseOptions({})).toEqual(defaults)
  expect(parseOptions(undefined)).toEqual(defaults)
})

it.each([
  [{ capture: "later" }, 'option "capture"'],
  [{ inviteTtlHours: 0 }, 'option "inviteTtlHours"'],
  [{ vendorUrl: "javascript:alert(1)" }, 'option "vendorUrl"'],
  [
    { payoutProviders: [{ resolve: "./rail" }] },
    'option "payoutProviders.0.id"',
  ],
  [{ reservePercent: 1.005 }, 'option "reservePercent"'],
  [{ schedules: { payouts: "at six" } }, 'option "schedules.payouts"'],
  [{ schedules: { tidying: "0 6 * * *" } }, 'option "schedules.tidying"'],
  [{ payoutFloor: 5 }, 'option "payoutFloor"'],
  [{ captureMode: "manual" }, 'unknown option "captureMode"'],
])("refuses %j and names the field", (options, named) => {
  expect(() => parseOptions(options)).toThrow(named)
})

it("names every wrong field at once", () => {
  const wrong = { registration: "yes", sweepPeriodSeconds: -1 }
  expect(() => parseOptions(wrong)).toThrow(/registration.*sweepPeriodSeconds/)
})

it("is what the README's table lists, with the same defaults", () => {
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8")
  const rows = [...readme.matchAll(/^\| `(\w+)` +\| (.+?) +\|/gm)]
  const listed = Object.fromEntries(
    rows.map(([, name, value]) => [name, value?.replace(/^`(.*)`$/, "$1")])
  )
  const defaults: Record<string, unknown> = parseOptions({})
  expect(listed).toEqual(
    Object.fromEntries(
      optionNames.map((name) => [
        name,
        name in defaults ? JSON.stringify(defaults[name]) : "–",
      ])
    )
  )
})
