import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import TaxonomyModule from "../modules/taxonomy"

/** `product_category.category_detail` */
export default defineLink(
  { linkable: ProductModule.linkable.productCategory, field: "id" },
  {
    ...TaxonomyModule.linkable.categoryDetail.id,
    primaryKey: "category_id",
  },
  { readOnly: true }
)
