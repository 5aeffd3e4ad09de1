import { z } from "@medusajs/framework/zod"

/** `order` of a list: one of its columns, `-` before it for descending. Any other is ignored, as lists of ours do; Medusa would fail on it. */
export const sortBy = (columns: readonly string[]) =>
  z
    .string()
    .optional()
    .transform((text) =>
      text && columns.includes(text.replace(/^-/, "")) ? text : undefined
    )
