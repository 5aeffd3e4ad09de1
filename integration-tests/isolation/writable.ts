/**
 * Columns that sellers write; any other that a route takes is a fault. Words
 * that describe goods and people are theirs everywhere.
 */
const everywhere = new Set(
  [
    "title subtitle name description metadata note code handle",
    "sku barcode ean upc allow_backorder manage_inventory variant_rank",
    "origin_country hs_code mid_code material unit_of_measure weight length height width",
    "requires_shipping thumbnail starts_at ends_at quantity no_notification",
    "currency_code amount min_quantity max_quantity country_code",
  ].flatMap((words) => words.split(" "))
)

const promotion = [
  "application_method.apply_to_quantity",
  "application_method.buy_rules_min_quantity",
  ...["status", "is_automatic", "is_tax_inclusive", "limit", "campaign_id"],
]

/** Whether it is on sale is decided behind it; the groups are the operator's, for any product to name. */
const product = [
  ...["status", "collection_id", "type_id", "discountable", "external_id"],
]

const byRoute: Record<string, readonly string[]> = {
  "POST /vendor/sellers": ["city", "state", "member.bio", "member.phone"],
  "POST /vendor/sellers/me": [
    ...["city", "state", "vacation_from", "vacation_until"],
  ],
  "POST /vendor/sellers/me/reviews/:id": ["seller_note"],
  "POST /vendor/members/:id": ["bio", "phone"],
  "POST /vendor/payout-account": ["context", "minimum"],
  "POST /vendor/payout-account/onboarding": ["context"],
  "POST /vendor/products": product,
  "POST /vendor/products/:id": product,
  "POST /vendor/products/batch": product.flatMap((name) => [
    `create.${name}`,
    `update.${name}`,
  ]),
  "POST /vendor/products/:id/status": ["status"],
  "POST /vendor/campaigns": ["campaign_identifier"],
  "POST /vendor/campaigns/:id": ["campaign_identifier"],
  "POST /vendor/promotions": promotion,
  "POST /vendor/promotions/:id": promotion,
  // Ids that the gate's row names, and checks.
  "POST /vendor/reservations": ["line_item_id", "location_id"],
  "POST /vendor/reservations/:id": ["location_id"],
  "POST /vendor/returns/:id": ["location_id"],
  "POST /vendor/shipping-options": ["provider_id", "data"],
  "POST /vendor/shipping-options/:id": ["shipping_profile_id", "data"],
  "POST /vendor/shipping-profiles/:id": ["type"],
}

/** Prices are in the seller's currency of choice; an order's is nobody's to change. */
const guarded =
  /^(POST \/vendor\/(orders|order-edits|claims|exchanges|returns))/

export function writable(route: string, path: string): boolean {
  const column = path.replace(/^.*\./, "")
  const isMoney = ["currency_code", "amount"].includes(column)
  return (
    (everywhere.has(column) && !(isMoney && guarded.test(route))) ||
    !!byRoute[route]?.includes(path)
  )
}
