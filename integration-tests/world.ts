import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ApiKeyType,
  ContainerRegistrationKeys,
  Modules,
  ProductStatus,
} from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createInventoryLevelsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance, AxiosRequestConfig } from "axios"
import type { App } from "./app"
import { createAdmin } from "./operator"
import { createSellerShipping } from "./world-shipping"
import { SELLER_MODULE } from "../src/modules/seller"
import type { SellerModuleService } from "../src/modules/seller/service"

export type World = {
  api: AxiosInstance
  container: MedusaContainer
  regionId: string
  salesChannelId: string
  admin: AxiosRequestConfig
  store: AxiosRequestConfig
}

/** What sellers and products are made in. */
export type Market = Pick<World, "container" | "salesChannelId" | "regionId">

/** An operator, one sales channel, one region (Germany, EUR, 19 % tax) and a publishable key. */
export async function createWorld({
  api,
  getContainer,
}: Pick<App, "api" | "getContainer">): Promise<World> {
  const market = await createMarket(getContainer())
  const { container, salesChannelId } = market
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [
        { title: "Storefront", type: ApiKeyType.PUBLISHABLE, created_by: "" },
      ],
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]?.id ?? "", add: [salesChannelId] },
  })
  return {
    ...{ ...market, api },
    admin: await createAdmin(api, container),
    store: { headers: { "x-publishable-api-key": keys[0]?.token ?? "" } },
  }
}

/** The sales channel and the region alone, without HTTP. */
export async function createMarket(
  container: MedusaContainer
): Promise<Market> {
  const { result: channels } = await createSalesChannelsWorkflow(container).run(
    { input: { salesChannelsData: [{ name: "Storefront" }] } }
  )
  const salesChannelId = channels[0]?.id ?? ""
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Germany",
          currency_code: "eur",
          countries: ["de"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "de",
        provider_id: "tp_system",
        default_tax_rate: { rate: 19, code: "DE19", name: "VAT" },
      },
    ],
  })
  return { container, salesChannelId, regionId: regions[0]?.id ?? "" }
}

export type SellerFixture = {
  id: string
  handle: string
  shippingProfileId: string
  stockLocationId: string
  shippingOptionId: string
}

/**
 * An active seller with a stock location, a shipping profile and one flat
 * shipping option, made through the modules: faster than the sign-up journey,
 * which has its own flow spec.
 */
export async function createSeller(
  world: Market,
  name: string,
  shippingPrice = 5
): Promise<SellerFixture> {
  const { container } = world
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const handle = name.toLowerCase().replace(/\W+/g, "-")
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const seller = await sellers.createSellers({ name, handle, status: "active" })
  const owned = { seller: { seller_id: seller.id } }

  const { result: profiles } = await createShippingProfilesWorkflow(
    container
  ).run({
    input: { data: [{ name: `${seller.id}:Default`, type: "default" }] },
  })
  const shippingProfileId = profiles[0]?.id ?? ""

  const { result: locations } = await createStockLocationsWorkflow(
    container
  ).run({
    input: {
      locations: [
        { name, address: { address_1: "Hauptstr. 1", country_code: "de" } },
      ],
    },
  })
  const stockLocationId = locations[0]?.id ?? ""
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: stockLocationId, add: [world.salesChannelId] },
  })
  const shipping = await createSellerShipping(world, seller.id, {
    stockLocationId,
    shippingProfileId,
    price: shippingPrice,
  })
  await link.create([
    {
      [Modules.FULFILLMENT]: { shipping_profile_id: shippingProfileId },
      ...owned,
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId },
      ...owned,
    },
    ...Object.entries(shipping).map(([key, id]) => ({
      [Modules.FULFILLMENT]: { [key]: id },
      ...owned,
    })),
  ])
  return {
    id: seller.id,
    handle,
    shippingProfileId,
    stockLocationId,
    shippingOptionId: shipping.shipping_option_id,
  }
}

export type ProductFixture = {
  id: string
  variantId: string
  inventoryItemId: string
}

/** A published one-variant product of a seller, stocked at its location. */
export async function createProduct(
  world: Market,
  seller: SellerFixture,
  product: { title: string; price: number; stock?: number }
): Promise<ProductFixture> {
  const { container } = world
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: product.title,
          status: ProductStatus.PUBLISHED,
          shipping_profile_id: seller.shippingProfileId,
          sales_channels: [{ id: world.salesChannelId }],
          options: [{ title: "Size", values: ["One"] }],
          variants: [
            {
              title: "One",
              sku: `${seller.handle}-${product.title}`.toLowerCase(),
              manage_inventory: true,
              options: { Size: "One" },
              prices: [{ currency_code: "eur", amount: product.price }],
            },
          ],
        },
      ],
    },
  })
  const created = result[0]
  const variantId = created?.variants[0]?.id ?? ""
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["inventory_items.inventory_item_id"],
    filters: { id: variantId },
  })
  const inventoryItemId = data[0]?.inventory_items?.[0]?.inventory_item_id ?? ""
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: [
        {
          inventory_item_id: inventoryItemId,
          location_id: seller.stockLocationId,
          stocked_quantity: product.stock ?? 100,
        },
      ],
    },
  })
  const owned = { seller: { seller_id: seller.id } }
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    { [Modules.PRODUCT]: { product_id: created?.id ?? "" }, ...owned },
    { [Modules.INVENTORY]: { inventory_item_id: inventoryItemId }, ...owned },
  ])
  return { id: created?.id ?? "", variantId, inventoryItemId }
}

export const address = {
  first_name: "Clara",
  last_name: "Braun",
  address_1: "Lindenweg 4",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}

/** A cart over HTTP that is ready to complete: items, address, one method per seller, payment session. */
export async function readyCart(
  world: World,
  lines: { variantId: string; quantity: number }[],
  shippingOptionIds: string[],
  provider = "pp_system_default"
): Promise<string> {
  const { api, store } = world
  const expectOk = <T extends { status: number; data: unknown }>(res: T): T => {
    if (res.status >= 300) {
      throw new Error(`${res.status} ${JSON.stringify(res.data)}`)
    }
    return res
  }
  const cart = expectOk(
    await api.post(
      "/store/carts",
      {
        region_id: world.regionId,
        email: "clara@example.com",
        shipping_address: address,
        billing_address: address,
        items: lines.map((line) => ({
          variant_id: line.variantId,
          quantity: line.quantity,
        })),
      },
      store
    )
  ).data.cart
  for (const option_id of shippingOptionIds) {
    expectOk(
      await api.post(
        `/store/carts/${cart.id}/shipping-methods`,
        { option_id },
        store
      )
    )
  }
  const collection = expectOk(
    await api.post("/store/payment-collections", { cart_id: cart.id }, store)
  ).data.payment_collection
  expectOk(
    await api.post(
      `/store/payment-collections/${collection.id}/payment-sessions`,
      { provider_id: provider },
      store
    )
  )
  return cart.id
}
