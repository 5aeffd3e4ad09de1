import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import TaxonomyModule from "../modules/taxonomy"

/** `product.secondary_categories`, found by the product id in their own column. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...TaxonomyModule.linkable.secondaryCategory.id,
    primaryKey: "product_id",
  },
  { readOnly: true, isList: true }
)
