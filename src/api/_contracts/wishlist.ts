import { z } from "@medusajs/framework/zod"
import { required } from "./texts"

/** `POST /store/wishlist` */
export const KeepProduct = z.strictObject({
  reference: z.literal("product"),
  reference_id: required(60),
})
export type KeepProduct = z.infer<typeof KeepProduct>
