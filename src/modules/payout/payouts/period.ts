export const payoutSchedules = [
  "daily",
  "weekly",
  "biweekly",
  "monthly",
  "manual",
] as const
export type PayoutSchedule = (typeof payoutSchedules)[number]

const day = 86_400_000
/** A Monday; weeks are counted from it. */
const firstMonday = Date.UTC(1970, 0, 5)

/**
 * The period that a moment belongs to, in UTC; a seller is paid by the schedule
 * once in each. `manual` has none.
 *
 * @example periodOf("weekly", new Date("2026-11-25")) // "week 2026-11-23"
 */
export function periodOf(
  schedule: PayoutSchedule,
  now: Date
): string | undefined {
  switch (schedule) {
    case "daily":
      return `day ${dateOf(now.getTime())}`
    case "weekly":
      return `week ${dateOf(weekStart(now, 1))}`
    case "biweekly":
      return `fortnight ${dateOf(weekStart(now, 2))}`
    case "monthly":
      return `month ${dateOf(now.getTime()).slice(0, 7)}`
    case "manual":
      return undefined
  }
}

function weekStart(now: Date, weeks: number): number {
  const length = weeks * 7 * day
  return now.getTime() - ((now.getTime() - firstMonday) % length)
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
