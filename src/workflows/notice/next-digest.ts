/** The next time that it is `hour` o'clock in UTC, after `now`. */
export function nextDigest(hour: number, now: Date): Date {
  const next = new Date(now)
  next.setUTCHours(hour, 0, 0, 0)
  if (next <= now) {
    next.setUTCDate(next.getUTCDate() + 1)
  }
  return next
}
