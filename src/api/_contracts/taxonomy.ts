import { z } from "@medusajs/framework/zod"
import { clearable, httpUrl, required } from "./texts"

/** A picture: its address, or the id of one that is there; `""` and null take it away. */
const picture = clearable(2048)

/** `POST /admin/collections/:id/details` and `/admin/product-categories/:id/details` */
export const SaveDetails = z.strictObject({
  media: z
    .strictObject({
      create: z
        .array(z.strictObject({ url: httpUrl, alt_text: clearable(500) }))
        .max(100)
        .optional(),
      delete: z.array(required(60)).max(100).optional(),
    })
    .optional(),
  thumbnail: picture,
  icon: picture,
  banner: picture,
  rank: z.number().int().min(0).max(1_000_000).nullish(),
})
export type SaveDetails = z.infer<typeof SaveDetails>

type DetailRow = {
  thumbnail_id: string | null
  icon_id: string | null
  banner_id: string | null
  rank: number | null
  media?: { id: string; url: string; alt_text: string | null }[]
}

/** Pictures and rank, also of what has none yet. */
export function presentDetails(row?: DetailRow | null) {
  const { thumbnail_id, icon_id, banner_id, rank, media = [] } = row ?? {}
  return {
    thumbnail_id: thumbnail_id ?? null,
    icon_id: icon_id ?? null,
    banner_id: banner_id ?? null,
    rank: rank ?? null,
    media: media.map(({ id, url, alt_text }) => ({ id, url, alt_text })),
  }
}
