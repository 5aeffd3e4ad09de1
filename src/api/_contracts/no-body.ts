import { z } from "@medusajs/framework/zod"

/** Of a route that is only called: `{}` or nothing. */
export const NoBody = z.strictObject({})
