import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import AttributeModule from "../modules/attribute"

/** `product.attribute_values`, found by the product id in their own column. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...AttributeModule.linkable.attributeValue.id,
    primaryKey: "product_id",
  },
  { readOnly: true, isList: true }
)
