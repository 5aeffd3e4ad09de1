/** Rows whose answers may be remembered, by the group that their changes are noted under. */
export type FreshnessGroup =
  | "seller"
  | "product"
  | "product_terms"
  | "product_link"
  | "variant_link"
  | "option_link"
  | "location_link"
  | "fulfilment"
  | "stock_location"
  | "sales_channel"
  | "region"

export type Source = {
  group: FreshnessGroup
  tables: readonly string[]
  /** The id that a change is noted for, by its last character; without it for the whole group. */
  column?: string
}

/**
 * Every table that is read from memory. What is not here is read from the
 * database each time: stock, prices, carts, customers, money, permissions.
 */
export const sources: readonly Source[] = [
  { group: "seller", tables: ["seller"], column: "id" },
  { group: "product", tables: ["product"], column: "id" },
  {
    group: "product",
    tables: [
      "product_variant",
      "image",
      "product_tags",
      "product_category_product",
      "product_product_option",
    ],
    column: "product_id",
  },
  {
    group: "product_terms",
    tables: [
      "product_option",
      "product_option_value",
      "product_product_option_value",
      "product_variant_option",
      "product_variant_product_image",
      "product_tag",
      "product_type",
      "product_collection",
      "product_category",
    ],
  },
  {
    group: "product_link",
    tables: [
      "marketplace_product_seller",
      "product_shipping_profile",
      "product_sales_channel",
    ],
    column: "product_id",
  },
  {
    group: "variant_link",
    tables: ["product_variant_inventory_item", "product_variant_price_set"],
    column: "variant_id",
  },
  {
    group: "option_link",
    tables: ["marketplace_shipping_option_seller", "shipping_option_price_set"],
    column: "shipping_option_id",
  },
  {
    group: "location_link",
    tables: [
      "sales_channel_stock_location",
      "location_fulfillment_set",
      "location_fulfillment_provider",
    ],
  },
  {
    group: "fulfilment",
    tables: [
      "shipping_profile",
      "fulfillment_set",
      "fulfillment_provider",
      "service_zone",
      "geo_zone",
      "shipping_option",
      "shipping_option_rule",
      "shipping_option_type",
    ],
  },
  {
    group: "stock_location",
    tables: ["stock_location", "stock_location_address"],
  },
  { group: "sales_channel", tables: ["sales_channel"] },
  { group: "region", tables: ["region", "region_country"] },
]
