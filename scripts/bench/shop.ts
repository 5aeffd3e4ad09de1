import type { Client } from "../http"

/** What a buyer needs to know of one seller's corner of the shop. */
export type Stand = {
  name: string
  productIds: string[]
  variantIds: string[]
  inventoryItemIds: string[]
  shippingProfileId: string
  shippingOptionId: string
  stockLocationId: string
}

export type Shop = {
  publishableKey: string
  regionId: string
  stands: Stand[]
}

const linesPerSeller = 2

/**
 * The same shop on any Medusa server, over its own admin routes: one region
 * with tax, and per stand a location, a shipping profile, an option and two
 * stocked products.
 */
export async function stockShop(admin: Client, stands: number): Promise<Shop> {
  const channel = await admin.post<{ sales_channel: { id: string } }>(
    "/admin/sales-channels",
    { name: "Bench" }
  )
  const channelId = channel.sales_channel.id
  const region = await admin.post<{ region: { id: string } }>(
    "/admin/regions",
    {
      name: "Germany",
      currency_code: "eur",
      countries: ["de"],
      payment_providers: ["pp_system_default"],
    }
  )
  await admin.post("/admin/tax-regions", {
    country_code: "de",
    provider_id: "tp_system",
    default_tax_rate: { rate: 19, code: "DE19", name: "VAT" },
  })
  const key = await admin.post<{ api_key: { id: string; token: string } }>(
    "/admin/api-keys",
    { title: "Bench", type: "publishable" }
  )
  await admin.post(`/admin/api-keys/${key.api_key.id}/sales-channels`, {
    add: [channelId],
  })
  const stocked: Stand[] = []
  for (let n = 0; n < stands; n++) {
    stocked.push(await stockStand(admin, `Stand ${n + 1}`, channelId))
  }
  return {
    publishableKey: key.api_key.token,
    regionId: region.region.id,
    stands: stocked,
  }
}

async function stockStand(
  admin: Client,
  name: string,
  channelId: string
): Promise<Stand> {
  const stockLocationId = await openLocation(admin, name, channelId)
  const profile = await admin.post<{ shipping_profile: { id: string } }>(
    "/admin/shipping-profiles",
    { name, type: "default" }
  )
  const shippingProfileId = profile.shipping_profile.id
  const shippingOptionId = await offerShipping(admin, name, {
    stockLocationId,
    shippingProfileId,
  })
  const products = []
  for (let line = 0; line < linesPerSeller; line++) {
    products.push(
      await addProduct(admin, `${name} thing ${line + 1}`, {
        channelId,
        shippingProfileId,
        stockLocationId,
      })
    )
  }
  return {
    name,
    productIds: products.map(({ productId }) => productId),
    variantIds: products.map(({ variantId }) => variantId),
    inventoryItemIds: products.map(({ inventoryItemId }) => inventoryItemId),
    shippingProfileId,
    shippingOptionId,
    stockLocationId,
  }
}

async function openLocation(
  admin: Client,
  name: string,
  channelId: string
): Promise<string> {
  const created = await admin.post<{ stock_location: { id: string } }>(
    "/admin/stock-locations",
    { name, address: { address_1: "Hauptstr. 1", country_code: "de" } }
  )
  const id = created.stock_location.id
  await admin.post(`/admin/stock-locations/${id}/sales-channels`, {
    add: [channelId],
  })
  await admin.post(`/admin/stock-locations/${id}/fulfillment-providers`, {
    add: ["manual_manual"],
  })
  return id
}

async function offerShipping(
  admin: Client,
  name: string,
  at: { stockLocationId: string; shippingProfileId: string }
): Promise<string> {
  const set = await admin.post<{
    stock_location: { fulfillment_sets: { id: string }[] }
  }>(
    `/admin/stock-locations/${at.stockLocationId}/fulfillment-sets?fields=*fulfillment_sets`,
    { name: `${name} shipping`, type: "shipping" }
  )
  const setId = set.stock_location.fulfillment_sets[0]?.id ?? ""
  const zone = await admin.post<{
    fulfillment_set: { service_zones: { id: string }[] }
  }>(`/admin/fulfillment-sets/${setId}/service-zones?fields=*service_zones`, {
    name: `${name} Germany`,
    geo_zones: [{ type: "country", country_code: "de" }],
  })
  const option = await admin.post<{ shipping_option: { id: string } }>(
    "/admin/shipping-options",
    {
      name: "Standard",
      service_zone_id: zone.fulfillment_set.service_zones[0]?.id,
      shipping_profile_id: at.shippingProfileId,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { label: "Standard", code: "standard", description: "2-3 days" },
      prices: [{ currency_code: "eur", amount: 5 }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    }
  )
  return option.shipping_option.id
}

type CreatedProduct = {
  product: {
    id: string
    variants: { id: string; inventory_items: { inventory_item_id: string }[] }[]
  }
}

async function addProduct(
  admin: Client,
  title: string,
  at: { channelId: string; shippingProfileId: string; stockLocationId: string }
) {
  const created = await admin.post<CreatedProduct>(
    "/admin/products?fields=id,*variants,*variants.inventory_items",
    {
      title,
      status: "published",
      shipping_profile_id: at.shippingProfileId,
      sales_channels: [{ id: at.channelId }],
      options: [{ title: "Size", values: ["One"] }],
      variants: [
        {
          title: "One",
          manage_inventory: true,
          options: { Size: "One" },
          prices: [{ currency_code: "eur", amount: 10 }],
        },
      ],
    }
  )
  const variant = created.product.variants[0]
  const inventoryItemId = variant?.inventory_items[0]?.inventory_item_id ?? ""
  await admin.post(
    `/admin/inventory-items/${inventoryItemId}/location-levels`,
    {
      location_id: at.stockLocationId,
      stocked_quantity: 1_000_000,
    }
  )
  return {
    productId: created.product.id,
    variantId: variant?.id ?? "",
    inventoryItemId,
  }
}
