import { z } from "@medusajs/framework/zod"
import { documentKinds } from "../../modules/document/types"

/** A document that a seller hands in. */
export const sellerDocumentPayload = z.object({
  document_id: z.string().trim().min(1).max(60),
  kind: z.enum(documentKinds),
  /** What people call it. */
  name: z.string().trim().min(1).max(120).nullish(),
  /** Until when it is good, as ISO text. */
  expires_at: z.iso.datetime({ offset: true }).nullish(),
})
export type SellerDocumentPayload = z.infer<typeof sellerDocumentPayload>
