import { z } from "@medusajs/framework/zod"

/** What the operator reads of an application; its rows exist since the sign-up. */
export const applicationPayload = z.object({
  seller: z.object({
    id: z.string(),
    name: z.string(),
    handle: z.string(),
    email: z.string(),
  }),
  member: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  auth_identity_id: z.string().min(1),
  provider_identity_id: z.string(),
})
export type ApplicationPayload = z.infer<typeof applicationPayload>
