import type { OrderRow } from "./order-rows"
import type { SellerId } from "./seller-id"
import { ownLinesAttributes } from "./own-lines"
import { sellerColumnFilter, sellerFilter } from "./seller-filter"

/** Where the seller of an entity is found, and the filter that leaves only one seller's rows. */
type Ownership = {
  /** Name of the entity in `query.graph`. */
  entity: string
  /** A fresh filter for one seller. */
  scope: (sellerId: SellerId) => Record<string, unknown>
  /**
   * The rows are not `entity` but what its many-to-many relation holds, which a
   * filter on the seller cannot cross from the other side (Medusa 2.21).
   */
  members?: {
    path: string
    /** Rows that are nobody's own: column → values. */
    unless: Record<string, readonly string[]>
  }
}

const linked = (entity: string): Ownership => ({ entity, scope: sellerFilter })

const through = (entity: string, ...path: string[]): Ownership => ({
  entity,
  scope: (sellerId) =>
    path.reduceRight<Record<string, unknown>>(
      (inner, relation) => ({ [relation]: inner }),
      sellerFilter(sellerId)
    ),
})

const column = (entity: string): Ownership => ({
  entity,
  scope: sellerColumnFilter,
})

/** Rules of promotions; the one that holds a promotion to the seller's lines is nobody's to change. */
const rulesAt = (path: string): Ownership => ({
  ...linked("promotion"),
  members: {
    path,
    unless: { attribute: Object.values(ownLinesAttributes) },
  },
})

const owned = {
  product: linked("product"),
  product_variant: through("product_variant", "product"),
  product_image: through("product_image", "product"),
  /** A global option hangs on products of several sellers and is nobody's own. */
  product_option: {
    entity: "product_option",
    scope: (sellerId) => ({
      is_exclusive: true,
      products: sellerFilter(sellerId),
    }),
  },
  variant_price: through("price", "price_set", "variant", "product"),
  inventory_item: linked("inventory_item"),
  inventory_level: through("inventory_level", "inventory_item"),
  stock_location: linked("stock_location"),
  fulfillment_set: linked("fulfillment_set"),
  service_zone: linked("service_zone"),
  geo_zone: through("geo_zone", "service_zone"),
  shipping_option: linked("shipping_option"),
  shipping_option_rule: through("shipping_option_rule", "shipping_option"),
  shipping_option_price: through("price", "price_set", "shipping_option"),
  shipping_profile: linked("shipping_profile"),
  order: linked("order"),
  request: column("request"),
  upload: column("upload"),
  document: column("document"),
  transfer: column("transfer"),
  review: column("review"),
  promotion: linked("promotion"),
  promotion_rule: rulesAt("rules"),
  promotion_target_rule: rulesAt("application_method.target_rules"),
  promotion_buy_rule: rulesAt("application_method.buy_rules"),
  campaign: linked("campaign"),
  price_list: linked("price_list"),
  price_list_price: through("price", "price_list"),
  customer_group: linked("customer_group"),
  seller_statement: column("seller_statement"),
  /** Who bought from the seller. */
  customer: through("customer", "orders"),
  reservation: through("reservation", "inventory_item"),
} satisfies Record<string, Ownership>

/** What a graph filter can find the seller of, so that lists are scoped by it. */
export type GraphEntity = keyof typeof owned

export type OwnedEntity = GraphEntity | OrderRow

/** The one table of what belongs to sellers: entity → how its seller is found. */
export const ownership: Readonly<Record<GraphEntity, Ownership>> = owned
