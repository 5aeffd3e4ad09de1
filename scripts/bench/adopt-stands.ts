import { Client } from "pg"
import type { Shop } from "./shop"

/** Link table and its column for each thing of a stand that belongs to its seller. */
const links = [
  ["marketplace_product_seller", "product_id", "productIds"],
  [
    "marketplace_inventory_item_seller",
    "inventory_item_id",
    "inventoryItemIds",
  ],
  [
    "marketplace_shipping_profile_seller",
    "shipping_profile_id",
    "shippingProfileId",
  ],
  [
    "marketplace_shipping_option_seller",
    "shipping_option_id",
    "shippingOptionId",
  ],
  ["marketplace_stock_location_seller", "stock_location_id", "stockLocationId"],
] as const

/** Gives each stand of the shop to an active seller of its own, as rows. */
export async function adoptStands(
  databaseUrl: string,
  shop: Shop
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  for (const [index, stand] of shop.stands.entries()) {
    const sellerId = `sel_bench${index}`
    await client.query(
      "insert into seller (id, name, handle, status) values ($1, $2, $3, 'active')",
      [sellerId, stand.name, `stand-${index}`]
    )
    for (const [table, column, key] of links) {
      for (const id of [stand[key]].flat()) {
        await client.query(
          `insert into ${table} (id, ${column}, seller_id) values ($1, $2, $3)`,
          [`${sellerId}_${id}`, id, sellerId]
        )
      }
    }
  }
  await client.end()
}
