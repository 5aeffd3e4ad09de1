import InventoryModule from "@medusajs/medusa/inventory"
import { defineLink } from "@medusajs/framework/utils"
import SellerModule from "../modules/seller"

export default defineLink(
  { linkable: InventoryModule.linkable.inventoryItem, isList: true },
  SellerModule.linkable.seller,
  { database: { table: "marketplace_inventory_item_seller" } }
)
