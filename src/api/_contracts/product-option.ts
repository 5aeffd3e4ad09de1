import { z } from "@medusajs/framework/zod"

/** `POST /vendor/products/:id/options`; an option of a seller always belongs to one product. */
export const CreateProductOption = z.strictObject({
  title: z.string().min(1),
  values: z.array(z.string().min(1)).min(1),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type CreateProductOption = z.infer<typeof CreateProductOption>

/** `POST /vendor/products/:id/options/:option_id` */
export const UpdateProductOption = CreateProductOption.partial()
export type UpdateProductOption = z.infer<typeof UpdateProductOption>
