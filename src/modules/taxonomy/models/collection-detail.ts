import { model } from "@medusajs/framework/utils"
import { DetailMedia } from "./detail-media"

/** Pictures and rank of a collection, which Medusa's row has no place for. */
export const CollectionDetail = model
  .define("collection_detail", {
    id: model.id({ prefix: "coldet" }).primaryKey(),
    collection_id: model.text(),
    /** Ids among `media`. */
    thumbnail_id: model.text().nullable(),
    icon_id: model.text().nullable(),
    banner_id: model.text().nullable(),
    rank: model.number().nullable(),
    media: model.hasMany(() => DetailMedia, { mappedBy: "collection_detail" }),
  })
  .cascades({ delete: ["media"] })
  .indexes([{ on: ["collection_id"], unique: true }])
