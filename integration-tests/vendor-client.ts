import type { AxiosRequestConfig, AxiosResponse } from "axios"
import { signIn } from "./members"
import type { World } from "./world"
import { SELLER_MODULE } from "../src/modules/seller"
import type { SellerModuleService } from "../src/modules/seller/service"
import { createSellerShippingProfilesWorkflow } from "../src/workflows/seller/create-seller-shipping-profiles"

/** A new seller as sign-up leaves it: active, with its default shipping profile and an owner. */
export async function newSeller(world: World, name: string) {
  const { container } = world
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const handle = name.toLowerCase()
  const seller = await sellers.createSellers({ name, handle, status: "active" })
  await createSellerShippingProfilesWorkflow(container).run({
    input: {
      seller_id: seller.id,
      input: { data: [{ name: `${seller.id}:Default`, type: "default" }] },
    },
  })
  return { seller, client: vendor(world, (await signIn(world, seller)).as) }
}

/** Calls under `/vendor` that must succeed. */
export function vendor({ api }: World, as: AxiosRequestConfig) {
  const ok = (res: AxiosResponse) => {
    expect({ status: res.status < 300, data: res.data }).toEqual({
      status: true,
      data: res.data,
    })
    return res.data
  }
  return {
    as,
    get: async (path: string) => ok(await api.get(`/vendor${path}`, as)),
    post: async (path: string, body: unknown = {}) =>
      ok(await api.post(`/vendor${path}`, body, as)),
    delete: async (path: string) => ok(await api.delete(`/vendor${path}`, as)),
  }
}

type Client = ReturnType<typeof vendor>

/** A location that ships to Germany for five euros, all made through the API. */
export async function openWarehouse(
  world: World,
  client: Client,
  name: string
) {
  const { stock_location } = await client.post("/stock-locations", {
    name,
    address: { address_1: "Hauptstr. 1", city: name, country_code: "de" },
  })
  const path = `/stock-locations/${stock_location.id}`
  await client.post(`${path}/sales-channels`, { add: [world.salesChannelId] })
  await client.post(`${path}/fulfillment-providers`, { add: ["manual_manual"] })
  const withSet = await client.post(`${path}/fulfillment-sets`, {
    name: "Shipping",
    type: "shipping",
  })
  const [set] = withSet.stock_location.fulfillment_sets
  expect(set.name).toBe("Shipping")
  const withZone = await client.post(
    `/fulfillment-sets/${set.id}/service-zones`,
    { name: "Germany", geo_zones: [{ type: "country", country_code: "de" }] }
  )
  const [zone] = withZone.fulfillment_set.service_zones
  expect(zone.name).toBe("Germany")
  const { shipping_profiles } = await client.get("/shipping-profiles")
  const { shipping_option } = await client.post("/shipping-options", {
    name: "Standard",
    service_zone_id: zone.id,
    shipping_profile_id: shipping_profiles[0].id,
    provider_id: "manual_manual",
    type: { label: "Standard", description: "2-3 days", code: "standard" },
    prices: [{ currency_code: "eur", amount: 5 }],
  })
  return {
    locationId: stock_location.id,
    optionId: shipping_option.id,
    profileId: shipping_profiles[0].id,
  }
}

/** A product of two variants, as a client sends it. */
export const chain = (sku: string) => ({
  title: "Bicycle chain",
  status: "published",
  images: [{ url: "https://img.example.com/chain.png" }],
  options: [{ title: "Speeds", values: ["8", "11"] }],
  variants: [
    {
      title: "8 speeds",
      sku: `${sku}-8`,
      options: { Speeds: "8" },
      prices: [{ currency_code: "eur", amount: 20 }],
    },
    {
      title: "11 speeds",
      sku: `${sku}-11`,
      options: { Speeds: "11" },
      prices: [{ currency_code: "eur", amount: 30 }],
    },
  ],
})
