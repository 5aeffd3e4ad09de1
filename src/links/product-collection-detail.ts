import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import TaxonomyModule from "../modules/taxonomy"

/** `product_collection.collection_detail` */
export default defineLink(
  { linkable: ProductModule.linkable.productCollection, field: "id" },
  {
    ...TaxonomyModule.linkable.collectionDetail.id,
    primaryKey: "collection_id",
  },
  { readOnly: true }
)
