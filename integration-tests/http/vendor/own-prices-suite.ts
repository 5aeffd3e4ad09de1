import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { openTwoSellerShop } from "./two-seller-cart"

type Price = { id: string; variant_id: string; amount: number }

/** A seller's price lists and prices reach its own variants only. */
export const ownPrices = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let alice: ReturnType<typeof vendor>
  let bob: ReturnType<typeof vendor>

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    const as = async (seller: { id: string }) =>
      vendor(shop.world, (await signIn(shop.world, seller)).as)
    alice = await as(shop.alice)
    bob = await as(shop.bob)
  })

  const eur = (variant_id: string, amount: number, more: object = {}) => ({
    variant_id,
    amount,
    currency_code: "eur",
    ...more,
  })

  const newList = (prices: object[], more: object = {}) => ({
    title: "Spring",
    description: "All of it",
    type: "sale",
    status: "active",
    prices,
    ...more,
  })

  /** What a shopper pays in Germany. */
  async function pricesInStore(): Promise<Record<string, number>> {
    const { data } = await shop.world.api.get(
      `/store/products?region_id=${shop.world.regionId}&fields=title,*variants.calculated_price`,
      shop.world.store
    )
    return Object.fromEntries(
      data.products.map(
        (product: {
          title: string
          variants: { calculated_price: { calculated_amount: number } }[]
        }) => [
          product.title,
          product.variants[0]?.calculated_price.calculated_amount,
        ]
      )
    )
  }

  async function rowsOfPrices(): Promise<number> {
    const { data } = await shop.world.container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "price", fields: ["id"] })
    return data.length
  }

  it("changes the store price of own variants and of no other by any route", async () => {
    const { chain, bell, lamp } = shop
    const before = await pricesInStore()
    expect(before).toMatchObject({ Chain: 40, Lamp: 10, Bell: 30 })
    const { price_list } = await alice.post(
      "/price-lists",
      newList([eur(chain.variantId, 25)])
    )
    expect(price_list).toMatchObject({
      prices: [
        {
          amount: 25,
          variant_id: chain.variantId,
          price_set: { variant: { id: chain.variantId } },
        },
      ],
    })
    expect(await pricesInStore()).toEqual({ ...before, Chain: 25 })

    const rows = await rowsOfPrices()
    const [own] = price_list.prices
    const path = `/price-lists/${price_list.id}`
    const attempts: [string, object][] = [
      [
        "/price-lists",
        newList([eur(lamp.variantId, 1), eur(bell.variantId, 1)]),
      ],
      [`${path}/prices`, { prices: [eur(bell.variantId, 1)] }],
      [`${path}/prices/batch`, { create: [eur(bell.variantId, 1)] }],
      [
        `${path}/prices/batch`,
        {
          create: [eur(lamp.variantId, 1)],
          update: [{ id: own.id, ...eur(bell.variantId, 1) }],
        },
      ],
      [
        `${path}/products`,
        { create: [eur(lamp.variantId, 1), eur(bell.variantId, 1)] },
      ],
      [`${path}/products`, { remove: [bell.id] }],
    ]
    for (const [route, body] of attempts) {
      const res = await shop.world.api.post(`/vendor${route}`, body, alice.as)
      expect([route, res.status]).toEqual([route, 404])
    }
    const bobs = await bob.post(
      "/price-lists",
      newList([eur(bell.variantId, 29)])
    )
    const [foreign] = bobs.price_list.prices
    for (const res of [
      await shop.world.api.post(
        `/vendor${path}/prices/batch`,
        { delete: [foreign.id] },
        alice.as
      ),
      await shop.world.api.post(
        `/vendor${path}/products`,
        { remove: [own.id, foreign.id] },
        alice.as
      ),
      await shop.world.api.post(
        `/vendor/price-lists/${bobs.price_list.id}`,
        { status: "draft" },
        alice.as
      ),
    ]) {
      expect(res.status).toBe(404)
    }
    expect(await rowsOfPrices()).toBe(rows + 1)
    expect(await pricesInStore()).toEqual({ ...before, Chain: 25, Bell: 29 })
  })

  it("refuses rules that Medusa would take from an operator, and amounts below nothing", async () => {
    const { customer_group } = await bob.post("/customer-groups", {
      name: "VIP",
    })
    const status = async (body: object) =>
      (await shop.world.api.post("/vendor/price-lists", body, alice.as)).status
    const price = (more: object) =>
      newList([eur(shop.chain.variantId, 5, more)])
    expect(
      await status(
        newList([], { rules: { "customer.groups.id": [customer_group.id] } })
      )
    ).toBe(404)
    expect(
      await status(newList([], { rules: { "customer.email": ["x"] } }))
    ).toBe(400)
    expect(await status(price({ rules: { "customer.email": "x" } }))).toBe(400)
    expect(await status(price({ amount: -1 }))).toBe(400)
    expect(
      await status(price({ rules: { region_id: shop.world.regionId } }))
    ).toBe(201)
    const product = await shop.world.api.post(
      `/vendor/products/${shop.chain.id}/variants/${shop.chain.variantId}`,
      { prices: [{ currency_code: "eur", amount: -40 }] },
      alice.as
    )
    expect([product.status, product.data.message]).toEqual([
      400,
      "amount must not be below 0",
    ])
  })

  it("keeps prices as its editors send them, and lists with filters and counts", async () => {
    const { chain, lamp, world } = shop
    const { price_list } = await alice.post(
      "/price-lists",
      newList([eur(chain.variantId, 25), eur(lamp.variantId, 9)])
    )
    const path = `/price-lists/${price_list.id}`
    const ofChain = price_list.prices.find(
      (price: Price) => price.variant_id === chain.variantId
    )
    const changed = await alice.post(`${path}/products`, {
      create: [
        eur(lamp.variantId, 8, { rules: { region_id: world.regionId } }),
      ],
      update: [{ id: ofChain.id, ...eur(chain.variantId, 24) }],
      remove: [],
    })
    const amounts = (list: { prices: Price[] }) =>
      list.prices.map(({ amount }) => amount).sort((a, b) => a - b)
    expect(amounts(changed.price_list)).toEqual([8, 9, 24])
    expect(
      changed.price_list.prices.find((price: Price) => price.amount === 8)
    ).toMatchObject({
      rules: { region_id: world.regionId },
      price_rules: [{ attribute: "region_id", value: world.regionId }],
    })
    const { products, count } = await alice.get(`${path}/products`)
    expect([products.length, count]).toEqual([2, 2])
    // A price and a product under one key, as two screens send them.
    const without = await alice.post(`${path}/products`, {
      remove: [ofChain.id, lamp.id],
    })
    expect(without.price_list.prices).toEqual([])
    expect((await alice.get(`${path}/products`)).count).toBe(0)

    await alice.post(
      "/price-lists",
      newList([], { title: "Autumn", status: "draft" })
    )
    await bob.post("/price-lists", newList([]))
    const titles = async (query: string) => {
      const { price_lists, count } = await alice.get(`/price-lists?${query}`)
      return [price_lists.map(({ title }: { title: string }) => title), count]
    }
    expect(await titles("order=title")).toEqual([["Autumn", "Spring"], 2])
    expect(await titles("status[]=draft")).toEqual([["Autumn"], 1])
    expect(await titles("status=active&q=Spr")).toEqual([["Spring"], 1])
    expect(await titles("limit=1&offset=1&order=title")).toEqual([
      ["Spring"],
      2,
    ])
    const grouped = await alice.post("/customer-groups", { name: "VIP" })
    const rules = { "customer.groups.id": [grouped.customer_group.id] }
    const ruled = await alice.post(path, { rules })
    expect(ruled.price_list).toMatchObject({
      rules,
      price_list_rules: [
        { attribute: "customer.groups.id", value: [grouped.customer_group.id] },
      ],
    })
    expect((await alice.post(path, { rules: {} })).price_list.rules).toEqual({})
    expect(await alice.delete(path)).toEqual({
      id: price_list.id,
      object: "price_list",
      deleted: true,
    })
  })
}
