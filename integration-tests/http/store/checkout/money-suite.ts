import {
  createCartCreditLinesWorkflow,
  createPromotionsWorkflow,
  updateProductVariantsWorkflow,
  updateRegionsWorkflow,
  updateShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { CreatePromotionDTO } from "@medusajs/framework/types"
import { toMinorUnits } from "../../../../src/money/minor-units"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { complete, openShop, setOf, traces, type Shop } from "./shop"

const currencies = { eur: 2, jpy: 0, kwd: 3 }
type Currency = keyof typeof currencies

/** Prices that neither tax nor a tenth divides evenly. */
const prices = { eur: [9.99, 20.33, 4.35], jpy: [999, 2033, 435] }
const priceOf = (index: number) => [
  { currency_code: "eur", amount: prices.eur[index] ?? 0 },
  { currency_code: "jpy", amount: prices.jpy[index] ?? 0 },
  { currency_code: "kwd", amount: (prices.jpy[index] ?? 0) / 1000 },
]

type Method = CreatePromotionDTO["application_method"]
const promotion = (code: string, application_method: Partial<Method>) => ({
  code,
  type: "standard" as const,
  status: "active" as const,
  application_method: {
    type: "percentage" as const,
    target_type: "items" as const,
    allocation: "across" as const,
    value: 10,
    ...application_method,
  },
})

/** Every kind of promotion that Medusa has, fixed ones in the currency. */
async function createPromotions(shop: Shop, currency: Currency) {
  const fixed = { type: "fixed" as const, currency_code: currency }
  const one = 10 ** -currencies[currency] * 1000
  const all = ["items.quantity"].map((attribute) => ({
    attribute,
    operator: "gte" as const,
    values: ["1"],
  }))
  await createPromotionsWorkflow(shop.container).run({
    input: {
      promotionsData: [
        promotion("TENTH", {}),
        promotion("ACROSS", { ...fixed, value: one }),
        promotion("EACH", {
          ...fixed,
          value: one / 10,
          allocation: "each",
          max_quantity: 2,
        }),
        promotion("SHIP", {
          target_type: "shipping_methods",
          value: 50,
        }),
        {
          ...promotion("BUYGET", {
            value: 100,
            allocation: "each",
            max_quantity: 1,
            apply_to_quantity: 1,
            buy_rules_min_quantity: 2,
            buy_rules: all,
            target_rules: all,
          }),
          type: "buyget" as const,
        },
        promotion("FREE", { value: 100 }),
        promotion("FREESHIP", { target_type: "shipping_methods", value: 100 }),
      ],
    },
  })
}

async function sellIn(shop: Shop, currency: Currency, inclusive: boolean) {
  await updateRegionsWorkflow(shop.container).run({
    input: {
      selector: { id: shop.regionId },
      update: { currency_code: currency, is_tax_inclusive: inclusive },
    },
  })
}

async function priceGoods({ container, ...shop }: Shop) {
  await updateProductVariantsWorkflow(container).run({
    input: {
      product_variants: [shop.bolt, shop.mug, shop.bag].map(
        ({ variantId }, index) => ({ id: variantId, prices: priceOf(index) })
      ),
    },
  })
  await updateShippingOptionsWorkflow(container).run({
    input: [shop.bob, shop.alice, shop.house].map(
      ({ shippingOptionId }, index) => ({
        id: shippingOptionId,
        prices: priceOf(2 - index),
      })
    ),
  })
}

/** A cart of three owners with promotions, ready but for the payment. */
async function cartWith(shop: Shop, promo_codes: string[]): Promise<string> {
  const { api, store } = shop
  const address = { address_1: "Lindenweg 4", country_code: "de" }
  const { data } = await api.post(
    "/store/carts",
    {
      region_id: shop.regionId,
      email: "clara@example.com",
      shipping_address: address,
      billing_address: address,
      items: [shop.bolt, shop.mug, shop.bag].map(({ variantId }, index) => ({
        variant_id: variantId,
        quantity: 3 - index,
      })),
    },
    store
  )
  const methods = [shop.bob, shop.alice, shop.house].map((owner) => ({
    option_id: owner.shippingOptionId,
  }))
  const path = `/store/carts/${data.cart.id}/shipping-methods/batch`
  const chosen = await api.post(path, { methods }, store)
  expect(chosen.status).toBe(200)
  // Medusa forgets a code that changes nothing yet, so shipping ones come last.
  const discounted = await api.post(
    `/store/carts/${data.cart.id}/promotions`,
    { promo_codes },
    store
  )
  expect(discounted.status).toBe(200)
  return data.cart.id
}

async function pay({ api, store }: Shop, cart_id: string): Promise<void> {
  const { data } = await api.post(
    "/store/payment-collections",
    { cart_id },
    store
  )
  await api.post(
    `/store/payment-collections/${data.payment_collection.id}/payment-sessions`,
    { provider_id: "pp_system_default" },
    store
  )
}

/** What the settlement lines of each order of a set say that its buyer pays, in minor units. */
async function settledUnits({ app }: Shop, setId: string) {
  const lines = await rows(
    app,
    `select o.order_id as id, sum(l.gross - l.discount_seller - l.discount_platform + l.tax) as units
     from order_set_order o join settlement_line l on l.order_id = o.order_id
     where o.order_set_id = $1 and l.origin = 'placement' group by o.order_id`,
    [setId]
  )
  return Object.fromEntries(
    lines.map(({ id, units }) => [String(id), BigInt(String(units))])
  )
}

const cases: [Currency, boolean, string[]][] = [
  ["eur", false, ["TENTH"]],
  ["eur", true, ["ACROSS"]],
  ["eur", false, ["EACH", "SHIP"]],
  ["eur", true, ["BUYGET"]],
  ["jpy", false, ["TENTH", "SHIP"]],
  ["jpy", true, ["ACROSS"]],
  ["kwd", false, ["ACROSS"]],
  ["kwd", true, ["TENTH", "EACH"]],
]

/** Σ orders = payment, on the running app, whatever made the amount. */
export const money = (app: App) => {
  it("splits to the smallest unit for every promotion, tax mode and currency", async () => {
    const shop = await openShop(app)
    await priceGoods(shop)
    for (const [currency, inclusive, codes] of cases) {
      await rows(app, "delete from promotion")
      await createPromotions(shop, currency)
      await sellIn(shop, currency, inclusive)
      const cartId = await cartWith(shop, codes)
      await pay(shop, cartId)
      const { status, data } = await complete(shop, cartId)
      expect([status, data.message]).toEqual([200, undefined])
      const set = await setOf(shop, cartId)
      const [held] = await rows(
        app,
        "select amount from payment where id = $1",
        [set?.payment_id]
      )
      const digits = currencies[currency]
      const shares = await rows(
        app,
        "select order_id, share from order_set_order where order_set_id = $1",
        [set?.id]
      )
      const units = shares.map(({ share }) =>
        toMinorUnits(String(share), digits)
      )
      expect(units).toHaveLength(3)
      expect(units.reduce((sum, unit) => sum + unit, 0n)).toBe(
        toMinorUnits(String(held?.amount), digits)
      )
      expect(await settledUnits(shop, String(set?.id))).toEqual(
        Object.fromEntries(
          shares.map(({ order_id }, index) => [order_id, units[index]])
        )
      )
      for (const order of data.order_set.orders) {
        const share = shares.find(({ order_id }) => order_id === order.id)
        const distance = Math.abs(order.total - Number(share?.share))
        expect(distance).toBeLessThan(10 ** -digits)
      }
      expect(data.order_set.discount_total).toBeGreaterThan(0)
    }
  })

  it("completes and splits a free cart and one that credit pays for in part", async () => {
    const shop = await openShop(app)
    await priceGoods(shop)
    await createPromotions(shop, "eur")
    const free = await cartWith(shop, ["FREE", "FREESHIP"])
    const freed = await complete(shop, free)
    expect([freed.status, freed.data.message]).toEqual([200, undefined])
    expect(freed.data.order_set.total).toBe(0)
    expect(freed.data.order_set.orders).toHaveLength(3)
    expect(await setOf(shop, free)).toMatchObject({
      status: "placed",
      payment_id: null,
    })
    expect(await traces(shop)).toMatchObject({
      orders: 3,
      share_collections: 0,
    })
    const credited = await cartWith(shop, [])
    await createCartCreditLinesWorkflow(shop.container).run({
      input: [
        {
          cart_id: credited,
          amount: 10,
          reference: "gift-card",
          reference_id: "gc_1",
          metadata: null,
        },
      ],
    })
    await pay(shop, credited)
    const { data } = await complete(shop, credited)
    expect(data.type).toBe("order")
    const lines = await rows(
      app,
      `select credit.amount from order_credit_line credit
       join order_set_order share on share.order_id = credit.order_id
       join order_set on order_set.id = share.order_set_id
       where order_set.cart_id = $1`,
      [credited]
    )
    const sum = lines.reduce((total, { amount }) => total + Number(amount), 0)
    expect([lines.length, sum]).toEqual([3, 10])
    const paid = await rows(
      app,
      `select share.order_id as id, round(share.share * 100) + round(credit.amount * 100) as units
       from order_set_order share join order_set s on s.id = share.order_set_id
       join order_credit_line credit on credit.order_id = share.order_id
       where s.cart_id = $1`,
      [credited]
    )
    expect(await settledUnits(shop, data.order_set.id)).toEqual(
      Object.fromEntries(
        paid.map(({ id, units }) => [id, BigInt(String(units))])
      )
    )
    const worthless = await settledUnits(shop, freed.data.order_set.id)
    expect(Object.values(worthless)).toEqual([0n, 0n, 0n])
  })
}
