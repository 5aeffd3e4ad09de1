import { z } from "@medusajs/framework/zod"

const id = z.string().trim().min(1).max(60)

/** What a customer sends back of one order, and why. */
export const returnRequestPayload = z.object({
  order_id: id,
  /** The order's number, by which people find the request. */
  display_id: z.number().int(),
  customer_note: z.string().trim().max(2000).nullable(),
  /** null: the customer chose no way to send it. */
  shipping_option_id: id.nullable(),
  /** Pictures of the goods: addresses, or ids of private files of the customer's. */
  photos: z.array(z.string().max(2048)).max(10),
  line_items: z
    .array(
      z.object({
        line_item_id: id,
        quantity: z.number().int().positive(),
        reason_id: id.nullable(),
      })
    )
    .min(1)
    .max(200),
})
export type ReturnRequestPayload = z.infer<typeof returnRequestPayload>
