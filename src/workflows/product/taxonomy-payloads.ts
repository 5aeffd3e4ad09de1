import { z } from "@medusajs/framework/zod"

/** Panels send `""` for a text that is not there. */
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || undefined)
const handle = optional(120).refine((text) => !text || /^[\w-]+$/.test(text), {
  error: "takes letters, digits, _ and -",
})
const required = z.string().trim().min(1).max(120)
const metadata = z.record(z.string(), z.unknown()).nullish()
const image = optional(2048).refine(
  (text) => !text || /^https?:\/\/[^\s"'<>]+$/.test(text),
  { error: "is not an http(s) address" }
)

/** Pictures and rank of a category or collection. */
export const taxonomyDetails = z.object({
  icon: image,
  banner: image,
  thumbnail: image,
  rank: z.number().int().min(0).nullish(),
})
const details = taxonomyDetails.nullish()

/**
 * A wanted category. Panels send constants for its visibility and its parent
 * whatever their form shows, so those are left to the operator.
 */
export const categoryPayload = z.object({
  name: required,
  handle,
  description: optional(5000),
  rank: z.number().int().min(0).optional(),
  details,
})
export type CategoryPayload = z.infer<typeof categoryPayload>

/** A wanted collection. */
export const collectionPayload = z.object({ title: required, handle, details })
export type CollectionPayload = z.infer<typeof collectionPayload>

/** Another title or handle of a collection that exists. */
export const collectionChangePayload = z.object({
  collection_id: z.string().min(1),
  title: optional(120),
  handle,
})
export type CollectionChangePayload = z.infer<typeof collectionChangePayload>

/** A wanted product type. */
export const typePayload = z.object({ value: required, metadata })
export type TypePayload = z.infer<typeof typePayload>

/** A wanted product tag. */
export const tagPayload = z.object({ value: required })
export type TagPayload = z.infer<typeof tagPayload>
