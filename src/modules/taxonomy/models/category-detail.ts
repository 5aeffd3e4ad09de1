import { model } from "@medusajs/framework/utils"
import { DetailMedia } from "./detail-media"

/** Pictures and rank of a category, which Medusa's row has no place for. */
export const CategoryDetail = model
  .define("category_detail", {
    id: model.id({ prefix: "catdet" }).primaryKey(),
    category_id: model.text(),
    /** Ids among `media`. */
    thumbnail_id: model.text().nullable(),
    icon_id: model.text().nullable(),
    banner_id: model.text().nullable(),
    rank: model.number().nullable(),
    media: model.hasMany(() => DetailMedia, { mappedBy: "category_detail" }),
  })
  .cascades({ delete: ["media"] })
  .indexes([{ on: ["category_id"], unique: true }])
