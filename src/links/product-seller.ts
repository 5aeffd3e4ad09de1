import ProductModule from "@medusajs/medusa/product"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: ProductModule.linkable.product, isList: true },
  SellerModule.linkable.seller,
  {
    database: {
      table: "marketplace_product_seller",
      // The status a product had before its seller left the storefront; given back on return.
      extraColumns: { held_status: { type: "text", nullable: true } },
    },
  }
)
