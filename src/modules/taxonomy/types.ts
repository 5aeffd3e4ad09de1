/** What has details of ours beside Medusa's row. */
export const detailedKinds = ["product_category", "product_collection"] as const
export type DetailedKind = (typeof detailedKinds)[number]

/** A picture by its address, or by the id of one that is there; null takes it away. */
export type DetailsToSave = {
  media?: {
    create?: { url: string; alt_text?: string | null }[]
    delete?: string[]
  }
  thumbnail?: string | null
  icon?: string | null
  banner?: string | null
  rank?: number | null
}

/** Pictures that have a place of their own. */
export const places = ["thumbnail", "icon", "banner"] as const
