import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const msOfDay = 86_400_000

const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine((text) => z.iso.date().safeParse(text).success)

/**
 * The calendar days that statistics are asked for. Panels send times of UTC;
 * their days are meant as days of the seller. Default: the last seven and today.
 *
 * @throws MedusaError INVALID_DATA for what is no day, and for more days than `longestRange`.
 */
export function statisticsQuery(
  query: Record<string, unknown>,
  { today = new Date(), longestRange = 366 } = {}
): { from: string; to: string } {
  const invalid = (message: string) =>
    new MedusaError(MedusaError.Types.INVALID_DATA, message)
  const read = (key: string, fallback: Date) => {
    const sent = query[key]
    const parsed = day.safeParse(
      sent === undefined || sent === "" ? fallback.toISOString() : sent
    )
    if (!parsed.success) {
      throw invalid(`${key} takes a day, e.g. 2026-01-31`)
    }
    return parsed.data
  }
  const to = read("time_to", today)
  const from = read(
    "time_from",
    new Date(new Date(`${to}T00:00:00Z`).getTime() - 7 * msOfDay)
  )
  const days = (Date.parse(to) - Date.parse(from)) / msOfDay + 1
  if (days < 1 || days > longestRange) {
    throw invalid(`time_from and time_to span 1 to ${longestRange} days`)
  }
  return { from, to }
}
