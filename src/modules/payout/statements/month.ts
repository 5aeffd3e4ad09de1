import { MedusaError } from "@medusajs/framework/utils"

/** Time for transactions that began before midnight to end. */
const graceMinutes = 60

/**
 * The two ends of a month in UTC, the second one exclusive.
 *
 * @throws MedusaError INVALID_DATA when it is no month, NOT_ALLOWED while it is not over for an hour.
 */
export function monthOf(
  period: string,
  now: Date = new Date()
): { from: Date; to: Date } {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period) ?? []
  if (!year || !month) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "period: is a month, e.g. 2026-11"
    )
  }
  const from = new Date(Date.UTC(Number(year), Number(month) - 1, 1))
  const to = new Date(Date.UTC(Number(year), Number(month), 1))
  if (to.getTime() + graceMinutes * 60_000 > now.getTime()) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `period: ${period} is not over yet: its statement can be made an hour after it`
    )
  }
  return { from, to }
}
