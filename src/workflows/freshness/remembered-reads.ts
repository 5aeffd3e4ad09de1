import { Modules } from "@medusajs/framework/utils"
import type { FreshnessGroup } from "../../modules/freshness/sources"

/** What an answer depends on: a group, or with `by` only the rows of the ids that this filter names. */
type Dependency = { group: FreshnessGroup; by?: string }

export type RememberedReads = { methods: RegExp; on: readonly Dependency[] }

const productTerms: Dependency = { group: "product_terms" }

/**
 * Reads of Medusa's modules that are answered from memory, the first match
 * counts: what changes seldom and shows the same to everybody. Never stock,
 * prices, carts, customers, money or permissions.
 */
export const moduleReads: Readonly<Record<string, readonly RememberedReads[]>> =
  {
    seller: [
      {
        methods: /^list(AndCount)?Sellers$/,
        on: [{ group: "seller", by: "id" }],
      },
    ],
    [Modules.PRODUCT]: [
      {
        methods: /^list(AndCount)?Products$/,
        on: [{ group: "product", by: "id" }, productTerms],
      },
      {
        methods: /^list(AndCount)?ProductVariants$/,
        on: [{ group: "product", by: "product_id" }, productTerms],
      },
      {
        methods: /^list(AndCount)?Product\w+$/,
        on: [{ group: "product" }, productTerms],
      },
    ],
    [Modules.FULFILLMENT]: [
      {
        methods:
          /^list(AndCount)?(ShippingOptions(ForContext)?|ShippingProfiles|FulfillmentSets|ServiceZones|GeoZones|ShippingOptionRules|ShippingOptionTypes|FulfillmentProviders)$/,
        on: [{ group: "fulfilment" }],
      },
    ],
    [Modules.STOCK_LOCATION]: [
      {
        methods: /^list(AndCount)?StockLocations$/,
        on: [{ group: "stock_location" }],
      },
    ],
    [Modules.SALES_CHANNEL]: [
      {
        methods: /^list(AndCount)?SalesChannels$/,
        on: [{ group: "sales_channel" }],
      },
    ],
    [Modules.REGION]: [
      { methods: /^list(AndCount)?Regions$/, on: [{ group: "region" }] },
    ],
  }

const product: Dependency = { group: "product_link", by: "product_id" }
const variant: Dependency = { group: "variant_link", by: "variant_id" }
const option: Dependency = { group: "option_link", by: "shipping_option_id" }
const location: Dependency = { group: "location_link" }

const linkDependencies: Readonly<Record<string, Dependency>> = {
  marketplace_product_seller: product,
  product_shipping_profile: product,
  product_sales_channel: product,
  product_variant_inventory_item: variant,
  product_variant_price_set: variant,
  marketplace_shipping_option_seller: option,
  shipping_option_price_set: option,
  sales_channel_stock_location: location,
  location_fulfillment_set: location,
  location_fulfillment_provider: location,
}

/** The same for link tables, by their name. */
export function linkReads(table: string): readonly RememberedReads[] {
  const on = linkDependencies[table]
  return on ? [{ methods: /^list(AndCount)?$/, on: [on] }] : []
}
