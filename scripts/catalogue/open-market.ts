import type { Client } from "../http"
import {
  attributes,
  categories,
  countries,
  keyTitle,
  promotion,
  vat,
} from "./market"

/** What shops need to know of the market they open in; ids by name. */
export type Market = {
  regionId: string
  salesChannelId: string
  publishableKey: string
  categoryIds: Record<string, string>
  /** Product types, by kind. */
  typeIds: Record<string, string>
  attributeIds: Record<string, string>
}

type Row = { id: string }

/**
 * What an operator sets up once, over the admin API: a region of two countries
 * with VAT included in prices, reduced rates for food, categories, attributes, a
 * promotion, and the key of the storefront.
 */
export async function openMarket(admin: Client): Promise<Market> {
  const salesChannelId = await prepareStore(admin)
  const { region } = await admin.post<{ region: Row }>("/admin/regions", {
    name: "Germany and Austria",
    currency_code: "eur",
    countries,
    payment_providers: ["pp_system_default"],
    is_tax_inclusive: true,
  })
  const typeIds: Record<string, string> = {}
  for (const value of ["Goods", "Food"]) {
    const { product_type } = await admin.post<{ product_type: Row }>(
      "/admin/product-types",
      { value }
    )
    typeIds[value] = product_type.id
  }
  await setVat(admin, typeIds)
  const categoryIds: Record<string, string> = {}
  for (const name of categories) {
    const { product_category } = await admin.post<{ product_category: Row }>(
      "/admin/product-categories",
      { name, is_active: true }
    )
    categoryIds[name] = product_category.id
  }
  const attributeIds = await listAttributes(admin, categoryIds)
  await startPromotion(admin)
  const publishableKey = await createKey(admin, salesChannelId)
  return {
    regionId: region.id,
    salesChannelId,
    publishableKey,
    categoryIds,
    typeIds,
    attributeIds,
  }
}

async function listAttributes(
  admin: Client,
  categoryIds: Record<string, string>
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { name, category, values } of attributes) {
    const { attribute } = await admin.post<{ attribute: Row }>(
      "/admin/attributes",
      {
        name,
        ui_component: "select",
        is_filterable: true,
        possible_values: values.map((value, rank) => ({ value, rank })),
        product_category_ids: [categoryIds[category]],
      }
    )
    ids[name] = attribute.id
  }
  return ids
}

/** Prices are in euro and include VAT; answers the store's own sales channel. */
async function prepareStore(admin: Client): Promise<string> {
  const { stores } = await admin.get<{
    stores: { id: string; default_sales_channel_id: string }[]
  }>("/admin/stores")
  const [store] = stores
  await admin.post(`/admin/stores/${store?.id}`, {
    name: "Marketplace",
    supported_currencies: [{ currency_code: "eur", is_default: true }],
  })
  const { price_preferences } = await admin.get<{ price_preferences: Row[] }>(
    "/admin/price-preferences?attribute=currency_code&value=eur"
  )
  const preference = price_preferences[0]?.id
  await admin.post(
    `/admin/price-preferences${preference ? `/${preference}` : ""}`,
    { attribute: "currency_code", value: "eur", is_tax_inclusive: true }
  )
  return store?.default_sales_channel_id ?? ""
}

async function setVat(
  admin: Client,
  typeIds: Record<string, string>
): Promise<void> {
  for (const [country_code, rates] of Object.entries(vat)) {
    const code = `${country_code.toUpperCase()}-VAT`
    const { tax_region } = await admin.post<{ tax_region: Row }>(
      "/admin/tax-regions",
      {
        country_code,
        provider_id: "tp_system",
        default_tax_rate: { name: "VAT", code, rate: rates.Goods },
      }
    )
    await admin.post("/admin/tax-rates", {
      tax_region_id: tax_region.id,
      name: "Reduced VAT",
      code: `${code}-REDUCED`,
      rate: rates.Food,
      rules: [{ reference: "product_type", reference_id: typeIds.Food }],
    })
  }
}

async function startPromotion(admin: Client): Promise<void> {
  await admin.post("/admin/promotions", {
    code: promotion.code,
    type: "standard",
    status: "active",
    is_automatic: false,
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value: promotion.percent,
      currency_code: "eur",
    },
  })
}

async function createKey(
  admin: Client,
  salesChannelId: string
): Promise<string> {
  const { api_key } = await admin.post<{
    api_key: { id: string; token: string }
  }>("/admin/api-keys", { title: keyTitle, type: "publishable" })
  await admin.post(`/admin/api-keys/${api_key.id}/sales-channels`, {
    add: [salesChannelId],
  })
  return api_key.token
}
