import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { toMinorUnits } from "../../../money/minor-units"
import { minorDigits } from "../../../money/scale"
import { splitCart } from "../split-cart"
import type { CartPart, SplitCart } from "../split-cart-types"
import { randomCart } from "./random-cart"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const carts = Number(process.env.CARTS ?? 20_000)
console.info(`splitCart: ${carts} carts, SEED=${seed}`)

type Totals = Record<
  "total" | "subtotal" | "tax_total" | "discount_subtotal" | "shipping_total",
  number
>

/** Medusa's own totals of a cart or an order draft; it writes into its input. */
function totals(like: object): Totals {
  const decorated: object = decorateCartTotals(JSON.parse(JSON.stringify(like)))
  // Medusa's type leaves out `discount_subtotal`, which it computes; its BigNumber acts as a number.
  return decorated as Totals
}

function check(cart: SplitCart): void {
  const digits = minorDigits(cart.currency_code)
  const whole = totals(cart)
  const authorised = MathBN.gt(whole.total, 0) ? whole.total : 0
  const parts = splitCart(cart, authorised)
  const shares = parts.map(({ share }) => toMinorUnits(share, digits))
  const sum = shares.reduce((left, right) => left + right, 0n)
  if (sum !== toMinorUnits(authorised, digits)) {
    throw new Error(`shares sum to ${sum}`)
  }
  checkWholeness(cart, parts)
  checkTotals(cart, parts, whole)
}

function checkWholeness(cart: SplitCart, parts: CartPart[]): void {
  const ids = (list: { title?: string; name?: string }[] = []) =>
    list.map((entry) => entry.title ?? entry.name).sort()
  const lines = ids(parts.flatMap(({ order }) => order.items ?? []))
  const methods = ids(
    parts.flatMap(({ order }) => order.shipping_methods ?? [])
  )
  expectSame(lines, ids(cart.items))
  expectSame(methods, ids(cart.shipping_methods))
  const sellers = new Map(
    cart.items?.map((item) => [item.title, item.product?.seller?.id])
  )
  for (const { seller_key, order } of parts) {
    for (const item of order.items ?? []) {
      expectSame(sellers.get(item.title) ?? "operator", seller_key)
    }
  }
}

function checkTotals(cart: SplitCart, parts: CartPart[], whole: Totals): void {
  const orders = parts.map(({ order }) => totals(order))
  // As text: as a number Medusa's BigNumber shows less than 0.0001 as 0.
  const exact = (amount: unknown) => Number(String(amount))
  const near = (left: unknown, right: unknown, by: number) => {
    const distance = Math.abs(exact(left) - exact(right))
    if (distance > by) {
      throw new Error(`${String(left)} is not ${String(right)}`)
    }
  }
  const sum = (pick: (order: Totals) => unknown) =>
    orders.reduce((total, order) => total + exact(pick(order)), 0)
  const dust = 1e-7
  near(
    sum((o) => o.subtotal),
    whole.subtotal,
    dust
  )
  near(
    sum((o) => o.tax_total),
    whole.tax_total,
    dust
  )
  near(
    sum((o) => o.discount_subtotal),
    whole.discount_subtotal,
    dust
  )
  near(
    sum((o) => o.shipping_total),
    whole.shipping_total,
    dust
  )
  const unit = 10 ** -minorDigits(cart.currency_code)
  const credits = parts.flatMap(({ order }) => order.credit_lines)
  near(
    credits.reduce((total, line) => total + Number(line.amount), 0),
    (cart.credit_lines ?? []).reduce((total, l) => total + Number(l.amount), 0),
    dust
  )
  if (!cart.credit_lines?.length) {
    orders.forEach((order, index) =>
      near(order.total, parts[index]?.share, unit)
    )
  }
}

/** Jest's own matchers cost more than the split, 20,000 times over. */
function expectSame(left: unknown, right: unknown): void {
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    throw new Error(`${JSON.stringify(left)} is not ${JSON.stringify(right)}`)
  }
}

const line = (id: string, seller: string | undefined, unit_price: number) => ({
  id,
  title: id,
  quantity: 1,
  unit_price,
  product: seller ? { seller: { id: seller } } : {},
})

const cartOf = (cart: Partial<SplitCart>): SplitCart => ({
  id: "cart_1",
  currency_code: "eur",
  items: [
    line("a", "sel_a", 10),
    line("b", "sel_b", 10),
    line("c", undefined, 10),
  ],
  ...cart,
})

const shares = (parts: CartPart[]) =>
  parts.map(({ seller_key, share }) => [seller_key, share])

describe("splitCart", () => {
  it("splits a cart in which Medusa computes a line below zero", () => {
    const items = [
      {
        ...line("a", "sel_a", 8),
        is_tax_inclusive: true,
        tax_lines: [{ code: "VAT", rate: 7 }],
        adjustments: [{ code: "ALL", amount: 8 }],
      },
      line("b", "sel_b", 10),
    ]
    const cart = cartOf({ items, credit_lines: [{ amount: 1 }] })
    expect(shares(splitCart(cart, 8.44))).toEqual([
      ["sel_a", "0.00"],
      ["sel_b", "8.44"],
    ])
  })

  it("splits any cart exactly: shares, lines, methods, taxes, discounts, credit", () => {
    fc.assert(fc.property(randomCart, check), { seed, numRuns: carts })
  })

  it("makes an order per seller and one of the operator, in a fixed order", () => {
    expect(shares(splitCart(cartOf({}), 30))).toEqual([
      ["sel_a", "10.00"],
      ["sel_b", "10.00"],
      ["operator", "10.00"],
    ])
  })

  it("splits a discount that does not divide", () => {
    const items = ["a", "b", "c"].map((id) => ({
      ...line(id, `sel_${id}`, 10),
      adjustments: [{ code: "TEN", amount: 10 / 3 }],
    }))
    expect(shares(splitCart(cartOf({ items }), 20))).toEqual([
      ["sel_a", "6.67"],
      ["sel_b", "6.67"],
      ["sel_c", "6.66"],
    ])
  })

  it("gives each order its part of every gift card", () => {
    const parts = splitCart(
      cartOf({
        credit_lines: [
          { amount: 10, reference: "gift-card", reference_id: "gc_1" },
          { amount: 0.01, reference: "gift-card", reference_id: "gc_2" },
        ],
      }),
      19.99
    )
    expect(
      parts.map(({ share, order }) => [
        share,
        ...order.credit_lines.map(
          (l) => `${l.reference_id}:${Number(l.amount)}`
        ),
      ])
    ).toEqual([
      ["6.66", "gc_1:3.34"],
      ["6.66", "gc_1:3.33", "gc_2:0.01"],
      ["6.67", "gc_1:3.33"],
    ])
  })

  it("splits a cart that credit pays in full into free orders", () => {
    const parts = splitCart(cartOf({ credit_lines: [{ amount: 30 }] }), 0)
    expect(parts.map(({ share }) => share)).toEqual(["0.00", "0.00", "0.00"])
    for (const { order } of parts) {
      expect(Number(totals(order).total)).toBe(0)
    }
  })

  it("gives nothing to a seller whose goods are free", () => {
    const items = [line("a", "sel_a", 0), line("b", "sel_b", 5)]
    expect(shares(splitCart(cartOf({ items }), 5))).toEqual([
      ["sel_a", "0.00"],
      ["sel_b", "5.00"],
    ])
  })

  it("sends a method to its seller, by option or by profile, and refuses one that carries nothing", () => {
    const method = (seller?: string, profile?: string) => ({
      id: "sm_1",
      name: "Express",
      amount: 5,
      shipping_option: {
        shipping_profile_id: profile,
        seller: seller ? { id: seller } : null,
      },
    })
    const items = [
      {
        ...line("a", "sel_a", 10),
        variant: { id: "v", product: { shipping_profile: { id: "sp_a" } } },
      },
      line("b", "sel_b", 10),
    ]
    const keys = (shipping_methods: ReturnType<typeof method>[]) =>
      splitCart(cartOf({ items, shipping_methods }), 25)
        .filter(({ order }) => order.shipping_methods?.length)
        .map(({ seller_key }) => seller_key)
    expect(keys([method("sel_b")])).toEqual(["sel_b"])
    expect(keys([method(undefined, "sp_a")])).toEqual(["sel_a"])
    expect(() => keys([method("sel_gone")])).toThrow(/Express.*carries nothing/)
    expect(() => keys([method()])).toThrow(/Express.*carries nothing/)
  })

  it("gives orders addresses of their own and the ids they will have", () => {
    const address = { id: "caaddr_1", first_name: "Clara" }
    const parts = splitCart(
      cartOf({ shipping_address: address as SplitCart["shipping_address"] }),
      30
    )
    for (const { order } of parts) {
      expect(order.shipping_address).toEqual({ first_name: "Clara" })
      expect(order.id).toMatch(/^order_/)
    }
    expect(new Set(parts.map(({ order }) => order.id)).size).toBe(3)
  })
})
