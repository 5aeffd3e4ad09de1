import { z } from "@medusajs/framework/zod"

/** `POST /vendor/products/:id/status`; whether `published` is on sale at once is the operator's rule. */
export const ChangeProductStatus = z.strictObject({
  status: z.enum(["draft", "proposed", "published"]),
})

const images = z.array(z.string().min(1).max(2000)).max(100).default([])

/** `POST /vendor/products/:id/variants/:variant_id/media`: images of the product by id or address. */
export const ChangeVariantMedia = z.strictObject({
  add: images,
  remove: images,
})
export type ChangeVariantMedia = z.infer<typeof ChangeVariantMedia>
