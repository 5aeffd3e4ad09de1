import StockLocationModule from "@medusajs/medusa/stock-location"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: StockLocationModule.linkable.stockLocation, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_stock_location_seller" } }
)
