import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import TaxonomyModule from "../modules/taxonomy"

/** `secondary_category.product_category`: the category that such a row names. */
export default defineLink(
  {
    linkable: TaxonomyModule.linkable.secondaryCategory,
    field: "category_id",
  },
  ProductModule.linkable.productCategory,
  { readOnly: true }
)
