import { model } from "@medusajs/framework/utils"
import { CategoryDetail } from "./category-detail"
import { CollectionDetail } from "./collection-detail"

/** One picture of a category or collection. */
export const DetailMedia = model.define("detail_media", {
  id: model.id({ prefix: "detmed" }).primaryKey(),
  url: model.text(),
  alt_text: model.text().nullable(),
  category_detail: model
    .belongsTo(() => CategoryDetail, { mappedBy: "media" })
    .nullable(),
  collection_detail: model
    .belongsTo(() => CollectionDetail, { mappedBy: "media" })
    .nullable(),
})
