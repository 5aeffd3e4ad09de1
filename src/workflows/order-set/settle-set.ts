import type { OrderDTO } from "@medusajs/framework/types"
import { roundTogether } from "../../money/allocate"
import { toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import { OPERATOR_KEY } from "../../modules/order-set/types"
import type { NewSettlementLine } from "../../modules/payout/ledger/settlement-rows"
import type { TaxRemitter } from "../../modules/payout/types"
import {
  factsOfProduct,
  type FactualProduct,
} from "../commission/product-facts"
import { exactLines, FINE_UNIT } from "../payout/exact-lines"
import {
  settleOrder,
  type OrderToSettle,
  type SettleBy,
} from "../payout/settle-order"
import { creditDigits } from "./split-credit-lines"
import type { CartPart, SplitCart } from "./split-cart-types"

/** What the cart knows that its orders do not. */
export type SettledCart = Omit<SplitCart, "items"> & {
  items?: (NonNullable<SplitCart["items"]>[number] & {
    product?: (Partial<FactualProduct> & { id?: string }) | null
  })[]
  promotions?: ({ id: string; seller?: { id: string } | null } | null)[] | null
}

export type SetToSettle = {
  cart: SettledCart
  parts: CartPart[]
  /** The orders of the parts, with the ids of their lines. */
  orders: OrderDTO[]
}

/**
 * The settlement lines of all orders of a set. Top-down: what a buyer pays for
 * an order, by the payment and by credit, is the sum of its lines to the minor
 * unit, so that all lines sum to what was authorised and the credit.
 */
export function settleSet(
  set: SetToSettle,
  by: SettleBy & { tax_remitter: TaxRemitter }
): NewSettlementLine[] {
  const totals = orderTotals(set)
  const facts = factsOfCart(set.cart)
  return set.orders.flatMap((order) => {
    const part = set.parts.find((one) => one.order.id === order.id)
    const seller =
      !part || part.seller_key === OPERATOR_KEY ? null : part.seller_key
    const settled: OrderToSettle = {
      order_id: order.id,
      currency_code: order.currency_code,
      items: order.items,
      shipping_methods: order.shipping_methods,
      seller_id: seller,
      sales_channel_id: set.cart.sales_channel_id ?? null,
      origin: "placement",
      tax_remitter: by.tax_remitter,
      isSellers: fundedBy(set.cart, seller),
      facts,
      shipped: shippedBy(set.cart, order),
    }
    const total = cappedTotal(settled, totals.get(order.id))
    return settleOrder({ ...settled, total }, by)
  })
}

type OrderTotal = { share: bigint; credit: bigint }

/** Minor units by order; credit is rounded together, so that its parts sum to the whole. */
function orderTotals({ cart, parts }: SetToSettle): Map<string, OrderTotal> {
  const digits = minorDigits(cart.currency_code)
  const credits = parts.map(({ order }) => order.credit_lines)
  const fine = creditDigits(credits.flat(), digits)
  const amounts = credits.map((lines) =>
    lines.reduce((sum, { amount }) => sum + toMinorUnits(amount, fine), 0n)
  )
  const unit = 10n ** BigInt(fine - digits)
  const whole = amounts.reduce((sum, one) => sum + one, 0n)
  const rounded =
    whole > 0n ? roundTogether(whole / unit, amounts, unit) : amounts
  return new Map(
    parts.map(({ order, share }, index) => [
      order.id,
      { share: toMinorUnits(share, digits), credit: rounded[index] ?? 0n },
    ])
  )
}

/** Credit beyond what an order costs buys nothing. */
function cappedTotal(
  order: OrderToSettle,
  { share, credit }: OrderTotal = { share: 0n, credit: 0n }
): bigint {
  if (share > 0n || credit === 0n) {
    return share + credit
  }
  const digits = minorDigits(order.currency_code)
  const cost = exactLines(order, digits, () => true).reduce(
    (sum, line) => sum + line.gross - line.discount_seller + line.tax,
    0n
  )
  const most = (cost + FINE_UNIT - 1n) / FINE_UNIT
  return credit < most ? credit : most
}

/** A seller pays for promotions of its own; all others are the platform's. */
function fundedBy(cart: SettledCart, seller: string | null) {
  const own = new Set(
    (cart.promotions ?? []).flatMap((promotion) =>
      promotion && promotion.seller?.id === seller ? [promotion.id] : []
    )
  )
  return (promotionId: string | null) => own.has(promotionId ?? "")
}

function factsOfCart({ items = [] }: SettledCart) {
  return new Map(
    items.flatMap(({ product }) =>
      product?.id
        ? [[product.id, factsOfProduct({ ...product, id: product.id })]]
        : []
    )
  )
}

/** A method ships the items of its profile; one of no item's profile ships all. */
function shippedBy(cart: SettledCart, order: OrderDTO): Map<string, string[]> {
  const profileOfProduct = new Map(
    (cart.items ?? []).map(({ variant, product_id }) => [
      variant?.product?.id ?? product_id,
      variant?.product?.shipping_profile?.id,
    ])
  )
  const profileOfOption = new Map(
    (cart.shipping_methods ?? []).map((method) => [
      method.shipping_option_id,
      method.shipping_option?.shipping_profile_id,
    ])
  )
  return new Map(
    (order.shipping_methods ?? []).flatMap((method) => {
      const profile = profileOfOption.get(method.shipping_option_id)
      const ids = (order.items ?? [])
        .filter(
          (item) =>
            profile &&
            profileOfProduct.get(item.product_id ?? undefined) === profile
        )
        .map(({ id }) => id)
      return ids.length ? [[method.id, ids] as const] : []
    })
  )
}
