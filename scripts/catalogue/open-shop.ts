import { logIn, type Client } from "../http"
import { countries } from "./market"
import type { Market } from "./open-market"
import type { CatalogueProduct, SellerShop, Shop } from "./types"

type Row = { id: string }
type Titled = Row & { title: string }

/** Signs the owner up; answers the id of the application that the operator decides. */
export async function applyAsSeller(
  client: Client,
  shop: SellerShop
): Promise<string> {
  const { name, email, password } = shop.owner
  const { token } = await client.post<{ token: string }>(
    "/auth/seller/emailpass/register",
    { email, password }
  )
  const applicant = client.as({ authorization: `Bearer ${token}` })
  const { request_id } = await applicant.post<{ request_id: string }>(
    "/vendor/sellers",
    {
      name: shop.name,
      handle: shop.handle,
      description: shop.description,
      email,
      address_line: shop.address.address_1,
      postal_code: shop.address.postal_code,
      city: shop.address.city,
      country_code: shop.address.country_code,
      member: { name, email },
    }
  )
  return request_id
}

export async function acceptSeller(
  admin: Client,
  requestId: string
): Promise<void> {
  await admin.post(`/admin/requests/${requestId}`, { status: "accepted" })
}

/** Signs in as the shop's owner and fills its shelves through `/vendor`. */
export async function stockSellerShop(
  client: Client,
  shop: SellerShop,
  market: Market
): Promise<void> {
  const seller = await logIn(client, "seller", shop.owner)
  const { shipping_profiles } = await seller.get<{ shipping_profiles: Row[] }>(
    "/vendor/shipping-profiles"
  )
  await stockShop({
    client: seller,
    api: "/vendor",
    shop,
    market,
    profileId: shipping_profiles[0]?.id ?? "",
  })
}

/** The operator's own goods, by the same calls through `/admin`. */
export async function stockOperatorShop(
  admin: Client,
  shop: Shop,
  market: Market
): Promise<void> {
  const { shipping_profile } = await admin.post<{ shipping_profile: Row }>(
    "/admin/shipping-profiles",
    { name: shop.name, type: "operator" }
  )
  await stockShop({
    client: admin,
    api: "/admin",
    shop,
    market,
    profileId: shipping_profile.id,
  })
}

type Stocking = {
  client: Client
  /** The vendor routes mirror the admin's: the same bodies fit both. */
  api: "/vendor" | "/admin"
  shop: Shop
  market: Market
  profileId: string
}

async function stockShop(stocking: Stocking): Promise<void> {
  const locationId = await openLocation(stocking)
  const { client, api, shop, market, profileId } = stocking
  const { created } = await client.post<{ created: Titled[] }>(
    `${api}/products/batch`,
    {
      create: shop.products.map((product) =>
        toProduct(product, market, profileId)
      ),
    }
  )
  await describe(stocking, created)
  const stock = new Map(
    shop.products.flatMap(({ variants }) =>
      variants.map((variant) => [variant.sku, variant.stock])
    )
  )
  const { inventory_items } = await client.get<{
    inventory_items: { id: string; sku: string }[]
  }>(`${api}/inventory-items?limit=200`)
  await client.post(`${api}/inventory-items/location-levels/batch`, {
    create: inventory_items
      .filter(({ sku }) => stock.has(sku))
      .map(({ id, sku }) => ({
        inventory_item_id: id,
        location_id: locationId,
        stocked_quantity: stock.get(sku),
      })),
  })
}

/** What products say about themselves goes to each of them. */
async function describe(
  { client, api, shop, market }: Stocking,
  created: Titled[]
): Promise<void> {
  for (const { title, attributes } of shop.products) {
    const product = created.find((row) => row.title === title)
    if (product && attributes) {
      const values = Object.entries(attributes).map(([name, value]) => ({
        attribute_id: market.attributeIds[name],
        value,
      }))
      await client.post(`${api}/products/${product.id}`, {
        additional_data: { values },
      })
    }
  }
}

/** A warehouse that ships to every country of the market for one flat price. */
async function openLocation(stocking: Stocking): Promise<string> {
  const { client, api, shop, market } = stocking
  const { stock_location } = await client.post<{ stock_location: Row }>(
    `${api}/stock-locations`,
    { name: shop.name, address: shop.address }
  )
  const location = `${api}/stock-locations/${stock_location.id}`
  await client.post(`${location}/sales-channels`, {
    add: [market.salesChannelId],
  })
  await client.post(`${location}/fulfillment-providers`, {
    add: ["manual_manual"],
  })
  await offerParcel(stocking, location)
  return stock_location.id
}

async function offerParcel(
  { client, api, shop, profileId }: Stocking,
  location: string
): Promise<void> {
  const withSets = await client.post<{
    stock_location: { fulfillment_sets: Row[] }
  }>(`${location}/fulfillment-sets?fields=id,*fulfillment_sets`, {
    name: `${shop.name} shipping`,
    type: "shipping",
  })
  const setId = withSets.stock_location.fulfillment_sets[0]?.id
  const { fulfillment_set } = await client.post<{
    fulfillment_set: { service_zones: Row[] }
  }>(`${api}/fulfillment-sets/${setId}/service-zones`, {
    name: "Germany and Austria",
    geo_zones: countries.map((country_code) => ({
      type: "country",
      country_code,
    })),
  })
  await client.post(`${api}/shipping-options`, {
    name: "Parcel",
    service_zone_id: fulfillment_set.service_zones[0]?.id,
    shipping_profile_id: profileId,
    provider_id: "manual_manual",
    price_type: "flat",
    prices: [{ currency_code: "eur", amount: shop.shippingPrice }],
    type: { label: "Parcel", description: "2–3 working days", code: "parcel" },
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  })
}

function toProduct(
  { title, description, category, kind, option, variants }: CatalogueProduct,
  market: Market,
  profileId: string
) {
  return {
    title,
    description,
    status: "published",
    type_id: market.typeIds[kind],
    categories: [{ id: market.categoryIds[category] }],
    sales_channels: [{ id: market.salesChannelId }],
    shipping_profile_id: profileId,
    options: [{ title: option, values: variants.map(({ value }) => value) }],
    variants: variants.map(({ value, sku, price }) => ({
      title: value,
      sku,
      manage_inventory: true,
      options: { [option]: value },
      prices: [{ currency_code: "eur", amount: price }],
    })),
  }
}
