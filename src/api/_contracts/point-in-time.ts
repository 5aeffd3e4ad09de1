import { z } from "@medusajs/framework/zod"

/** A date as clients send it, in the years that PostgreSQL and ISO 8601 write with four digits. */
export const pointInTime = z.coerce
  .date()
  .min(new Date("0001-01-01T00:00:00.000Z"))
  .max(new Date("9999-12-31T23:59:59.999Z"))
