import { z } from "@medusajs/framework/zod"

const bulkLimit = 100

/** `POST /store/carts/:id/line-items/batch` */
export const AddLineItems = z.strictObject({
  items: z
    .array(
      z.strictObject({
        variant_id: z.string().min(1),
        quantity: z.number().gt(0),
        metadata: z.record(z.string(), z.unknown()).nullish(),
      })
    )
    .min(1)
    .max(bulkLimit),
})
export type AddLineItems = z.infer<typeof AddLineItems>

/** `POST /store/carts/:id/shipping-methods/batch` */
export const ChooseShippingMethods = z.strictObject({
  methods: z
    .array(
      z.strictObject({
        option_id: z.string().min(1),
        data: z.record(z.string(), z.unknown()).optional(),
      })
    )
    .min(1)
    .max(bulkLimit),
})
export type ChooseShippingMethods = z.infer<typeof ChooseShippingMethods>

/** `DELETE /store/carts/:id/shipping-methods` */
export const RemoveShippingMethods = z.strictObject({
  shipping_method_ids: z.array(z.string().min(1)).min(1).max(bulkLimit),
})
export type RemoveShippingMethods = z.infer<typeof RemoveShippingMethods>
