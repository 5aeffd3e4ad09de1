import fc from "fast-check"
import type {
  CartAdjustment,
  CartItem,
  CartMethod,
  CartTaxLine,
  SplitCart,
} from "../split-cart-types"

/** Currencies with 0, 2 and 3 decimals, and one that Medusa and ISO 4217 disagree on. */
const currencies: [string, number][] = [
  ["jpy", 0],
  ["eur", 2],
  ["usd", 2],
  ["huf", 2],
  ["kwd", 3],
]

type Raw = {
  currency: [string, number]
  sellers: number
  operator: boolean
  automaticTaxes: boolean
  lines: RawLine[]
  methods: { seller: number; price: number; tax: number; off: number }[]
  promotion: "none" | "percentage" | "across" | "each" | "buyget"
  promotionValue: number
  promotionInclusive: boolean
  credits: number[]
}

type RawLine = {
  seller: number
  price: number
  quantity: number
  taxes: number[]
  inclusive: boolean
}

const rawLine = fc.record({
  seller: fc.nat(20),
  price: fc.integer({ min: 0, max: 5_000_000 }),
  quantity: fc.integer({ min: 1, max: 12 }),
  taxes: fc.array(fc.constantFrom(0, 5.5, 7, 8.875, 19, 20), { maxLength: 2 }),
  inclusive: fc.boolean(),
})

const rawMethod = fc.record({
  seller: fc.nat(20),
  price: fc.integer({ min: 0, max: 3000 }),
  tax: fc.constantFrom(0, 7, 19),
  off: fc.constantFrom(0, 0, 0, 50, 100),
})

/** Mostly small carts, as 20,000 of them run in every test run, and some of 24 lines. */
const many = <T>(arbitrary: fc.Arbitrary<T>, minLength: number) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.array(arbitrary, { minLength, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(arbitrary, { minLength, maxLength: 24 }) }
  )

const raw: fc.Arbitrary<Raw> = fc.record({
  currency: fc.constantFrom(...currencies),
  sellers: fc.integer({ min: 1, max: 20 }),
  operator: fc.boolean(),
  automaticTaxes: fc.boolean(),
  lines: many(rawLine, 1),
  methods: many(rawMethod, 0),
  promotion: fc.constantFrom("none", "percentage", "across", "each", "buyget"),
  promotionValue: fc.integer({ min: 1, max: 100 }),
  promotionInclusive: fc.boolean(),
  credits: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.nat(100), { maxLength: 3 }) }
  ),
})

/** A cart as `query.graph` answers it, with whatever a shopper can bring about. */
export const randomCart: fc.Arbitrary<SplitCart> = raw.map(toCart)

function toCart(raw: Raw): SplitCart {
  const [currency_code, digits] = raw.currency
  const step = 10 ** -digits
  const money = (units: number) => Number((units * step).toFixed(digits))
  const sellerOf = (index: number) => {
    const key = index % (raw.sellers + (raw.operator ? 1 : 0))
    return key < raw.sellers ? `sel_${key}` : undefined
  }
  const items = raw.lines.map((line, index) =>
    toItem(raw, line, {
      id: `item_${index}`,
      money,
      seller: sellerOf(line.seller),
    })
  )
  const present = new Set(items.map((item) => item.product?.seller?.id))
  const methods = raw.methods.flatMap((method, index): CartMethod[] => {
    const seller = sellerOf(method.seller)
    return present.has(seller)
      ? [toMethod(method, { id: `sm_${index}`, money, seller })]
      : []
  })
  const gross = raw.lines.reduce(
    (sum, line) => sum + line.price * line.quantity,
    0
  )
  return {
    id: "cart_1",
    currency_code,
    email: "clara@example.com",
    region: { id: "reg_1", automatic_taxes: raw.automaticTaxes },
    items,
    shipping_methods: methods,
    credit_lines: raw.credits.map((percent, index) => ({
      amount: money(Math.floor((gross * percent) / 100 / raw.credits.length)),
      reference: "gift-card",
      reference_id: `gc_${index}`,
    })),
  }
}

type Made = { id: string; money: (units: number) => number; seller?: string }

function toItem(
  raw: Raw,
  line: RawLine,
  { id, money, seller }: Made
): CartItem {
  return {
    id,
    title: id,
    quantity: line.quantity,
    unit_price: money(line.price),
    is_tax_inclusive: line.inclusive,
    requires_shipping: true,
    tax_lines: line.taxes.map(taxLine),
    adjustments: discount(raw, line, money),
    product: seller ? { seller: { id: seller } } : {},
    variant: {
      id: `variant_${id}`,
      product: { id: `prod_${id}`, shipping_profile: { id: `sp_${seller}` } },
    },
  }
}

function toMethod(
  method: Raw["methods"][number],
  { id, money, seller }: Made
): CartMethod {
  return {
    id,
    name: id,
    amount: money(method.price),
    is_tax_inclusive: method.price % 2 === 0,
    shipping_option_id: `so_${seller}`,
    tax_lines: method.tax ? [taxLine(method.tax)] : [],
    adjustments: method.off
      ? [
          {
            code: "SHIP",
            amount: (money(method.price) * method.off) / 100,
            is_tax_inclusive: method.price % 2 === 0,
          },
        ]
      : [],
    shipping_option: {
      shipping_profile_id: `sp_${seller}`,
      seller: seller ? { id: seller } : undefined,
    },
  }
}

/**
 * Adjustments as Medusa's promotion module computes them: unrounded, and never
 * above what the line costs with or without tax, as the promotion is.
 */
function discount(
  raw: Raw,
  line: RawLine,
  money: (units: number) => number
): CartAdjustment[] {
  const cost = ({ price, quantity, taxes, inclusive }: RawLine) => {
    const rate = 1 + taxes.reduce((sum, tax) => sum + tax, 0) / 100
    const total = money(price * quantity) * (inclusive ? 1 : rate)
    return raw.promotionInclusive ? total : total / rate
  }
  const own = cost(line)
  const all = raw.lines.reduce((sum, other) => sum + cost(other), 0)
  const amount = {
    none: 0,
    percentage: (own * raw.promotionValue) / 100,
    across: all ? (own / all) * Math.min(raw.promotionValue, all) : 0,
    each: Math.min(raw.promotionValue, own),
    buyget: raw.promotionValue % 2 ? own : 0,
  }[raw.promotion]
  return amount
    ? [{ code: "SAVE", amount, is_tax_inclusive: raw.promotionInclusive }]
    : []
}

function taxLine(rate: number): CartTaxLine {
  return { code: `VAT${rate}`, rate }
}
