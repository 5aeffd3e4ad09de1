import type { Call } from "./requests"

/** Paths that would walk from an own row to somebody else's. */
const relations = [
  "*seller",
  "seller.*",
  "+seller.members.*",
  "*seller.products",
  "seller.products.title",
  "*sales_channels",
  "*sales_channels.products",
  "*sales_channels.stock_locations",
  "sales_channels.stock_locations.name",
  "stock_locations.name",
  "*stock_locations.inventory_levels",
  "*categories.products",
  "categories.products.title",
  "*collection.products",
  "*tags.products",
  "*type.products",
  "*products",
  "products.title",
  "*products.seller",
  "*fulfillment_providers.locations",
  "*provider.shipping_options",
  "provider.shipping_options.name",
  "*shipping_profile.shipping_options.service_zone",
  "*shipping_options",
  "*type.shipping_option",
  "*countries.region",
  "*payment_providers",
  "*api_keys",
  "*orders",
  "orders.email",
  "*reservations",
  "*variants.product.seller.products",
  "*location_levels.stock_locations.fulfillment_sets",
  "__proto__",
  "constructor.name",
  "*",
  "+*",
  ".*",
]

const filters = [
  "id",
  "id=",
  "id=undefined",
  "id[]=",
  "id[$ne]=x",
  "id[$in][]=x",
  'id={"$ne":null}',
  "q=%25",
  "q=%7B%22a%22%3A1%7D",
  "q=%00",
  "seller=",
  "seller[id]=",
  "seller[id][$ne]=x",
  "seller_id=x",
  "filters[seller]=",
  "$or[0][id][$ne]=x",
  "$and[]=",
  "__proto__[id]=x",
  "with_deleted=true",
  "created_at=abc",
  'created_at={"$gte":"abc"}',
  "created_at[$gte]=",
  "updated_at[$foo]=x",
  "limit=0",
  "limit=-1",
  "limit=1e3",
  "limit=99999999999",
  "offset=-1",
  "offset=999999999",
  "order=-nothing",
  "order=seller.name",
  "order[]=id",
  "status=none",
  "status[]=draft&status[]=published",
  "name[$like]=%25",
  "location_levels[location_id]=x",
  "location_levels=x",
  "is_enabled=maybe",
  `fields=${"a.".repeat(2000)}b`,
  `q=${"x".repeat(6000)}`,
]

/** Reads that must end in a refusal or in one's own rows. */
export const hostileQueries: string[] = [
  `fields=${relations.map(encodeURIComponent).join(",")}`,
  `fields=id,${relations.map(encodeURIComponent).join(",")}`,
  `fields[]=id&fields[]=*seller.products`,
  ...filters,
]

const oddValues: unknown[] = [
  null,
  "",
  [],
  {},
  [{}],
  -1,
  1e30,
  1.5,
  "a\u0000b",
  "x".repeat(50_000),
  { $ne: null },
]

/** Writes in which one value each is not what it should be. */
export function oddBodies({ body }: Call): unknown[] {
  const fields = Object.keys(body ?? {})
  if (!fields.length) {
    return []
  }
  return oddValues.map((value, n) => ({
    ...(body as object),
    [fields[n % fields.length] ?? ""]: value,
  }))
}
