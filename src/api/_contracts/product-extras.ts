import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { ProductExtras } from "../../workflows/product/product-extras"

/** Forms send a toggle as a boolean and a unit as a number. */
const value = z
  .union([z.string().max(5000), z.boolean(), z.number()])
  .nullish()
  .transform((sent) => String(sent ?? "").trim())

const extras = z.object({
  values: z
    .array(z.object({ attribute_id: z.string().min(1).max(60), value }))
    .max(500)
    .optional(),
  secondary_categories: z
    .array(z.object({ id: z.string().min(1).max(60) }))
    .max(100)
    .optional(),
})

/**
 * Takes attributes and secondary categories out of a product's `additional_data`;
 * the rest is a host's own.
 *
 * @throws MedusaError INVALID_DATA naming what is wrong.
 */
export function readExtras<Body extends AdditionalData>({
  additional_data,
  ...product
}: Body) {
  const { values, secondary_categories, ...rest } = additional_data ?? {}
  const parsed = extras.safeParse({ values, secondary_categories })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: additional_data.${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`
    )
  }
  const found: ProductExtras = {
    ...(parsed.data.values && {
      attribute_values: parsed.data.values.filter(({ value }) => value),
    }),
    ...(parsed.data.secondary_categories && {
      secondary_categories: parsed.data.secondary_categories,
    }),
  }
  return { product, extras: found, additional_data: rest }
}

type AdditionalData = { additional_data?: Record<string, unknown> | null }
