import type { AxiosResponse } from "axios"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type { App } from "../../app"
import {
  createProduct,
  createSeller,
  createWorld,
  type ProductFixture,
} from "../../world"

type Line = { id: string; variant_id: string; discount_total: number }
type Method = { id: string; shipping_option_id: string; discount_total: number }
type Cart = {
  id: string
  items: Line[]
  shipping_methods: Method[]
  promotions: { code: string }[]
}

/** Alice sells chains (40 EUR) and lamps (10), Bob bells (30); a second region beside Germany. */
export async function openTwoSellerShop(app: App) {
  const world = await createWorld(app)
  const alice = await createSeller(world, "Alice")
  const bob = await createSeller(world, "Bob")
  const { result } = await createRegionsWorkflow(world.container).run({
    input: {
      regions: [{ name: "Austria", currency_code: "eur", countries: ["at"] }],
    },
  })
  return {
    world,
    alice,
    bob,
    chain: await createProduct(world, alice, { title: "Chain", price: 40 }),
    lamp: await createProduct(world, alice, { title: "Lamp", price: 10 }),
    bell: await createProduct(world, bob, { title: "Bell", price: 30 }),
    otherRegionId: result[0]?.id ?? "",
  }
}

export type TwoSellerShop = Awaited<ReturnType<typeof openTwoSellerShop>>

const fields =
  "*items,*shipping_methods,+items.discount_total,+shipping_methods.discount_total,*promotions"

/**
 * Everything that refreshes a cart, one after the other: codes, shipping, quantity,
 * address, removal and re-adding of either seller's line, region.
 *
 * @returns After each, what is off Alice's and off Bob's lines and methods, and the codes on the cart.
 */
export async function throughEveryRefresh(
  shop: TwoSellerShop,
  codes: string[]
): Promise<{ after: string; alice: number; bob: number; codes: string[] }[]> {
  const { api, store: as, regionId } = shop.world
  const { chain, lamp, bell } = shop
  const seen: Awaited<ReturnType<typeof throughEveryRefresh>> = []
  const ok = ({ status, data }: AxiosResponse): Cart => {
    expect({ status, data }).toMatchObject({ status: 200 })
    return data.cart ?? data.parent
  }
  const post = async (path: string, body: object) =>
    ok(await api.post(`/store/carts${path}`, body, as))
  const { id } = await post("", {
    region_id: regionId,
    email: "clara@example.com",
    shipping_address: { country_code: "de", first_name: "Clara" },
    items: [chain, lamp, bell].map(({ variantId }) => ({
      variant_id: variantId,
      quantity: 2,
    })),
  })
  const read = async () =>
    ok(await api.get(`/store/carts/${id}?fields=${fields}`, as))
  const note = async (after: string) => {
    const cart = await read()
    seen.push({
      after,
      ...discounts(shop, cart),
      codes: cart.promotions.map(({ code }) => code).sort(),
    })
  }
  const pathOf = async ({ variantId }: ProductFixture) => {
    const { items } = await read()
    const line = items.find(({ variant_id }) => variant_id === variantId)
    return `/${id}/line-items/${line?.id}`
  }
  const readd = async ({ variantId }: ProductFixture, quantity: number) => {
    await post(`/${id}/line-items`, { variant_id: variantId, quantity })
  }
  const remove = async (product: ProductFixture) => {
    ok(await api.delete(`/store/carts${await pathOf(product)}`, as))
  }
  const ship = async (option_id: string) => {
    await post(`/${id}/shipping-methods`, { option_id })
  }
  await ship(shop.alice.shippingOptionId)
  await ship(shop.bob.shippingOptionId)
  await post(`/${id}/promotions`, { promo_codes: codes })
  await note("code")
  await ship(shop.bob.shippingOptionId)
  await ship(shop.alice.shippingOptionId)
  await note("shipping")
  await post(await pathOf(bell), { quantity: 7 })
  await post(await pathOf(chain), { quantity: 1 })
  await note("quantity")
  await post(`/${id}`, {
    shipping_address: { country_code: "de", city: "Hamburg" },
  })
  await note("address")
  await remove(chain)
  await note("removal")
  await readd(chain, 3)
  await note("re-adding")
  await remove(bell)
  await readd(bell, 1)
  await note("re-adding the other")
  await post(`/${id}`, { region_id: shop.otherRegionId })
  await note("region")
  return seen
}

/** What is off each seller's lines and methods. */
function discounts(
  { bell, bob }: TwoSellerShop,
  { items, shipping_methods }: Cart
) {
  const sum = (rows: { discount_total: number }[]) =>
    rows.reduce((total, row) => total + row.discount_total, 0)
  const isBobs = (row: Line | Method) =>
    "variant_id" in row
      ? row.variant_id === bell.variantId
      : row.shipping_option_id === bob.shippingOptionId
  const rows = [...items, ...shipping_methods]
  return {
    alice: sum(rows.filter((row) => !isBobs(row))),
    bob: sum(rows.filter(isBobs)),
  }
}
