import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, decorateCartTotals } from "@medusajs/framework/utils"
import { toMinorUnits } from "../../money/minor-units"
import type { LineType } from "../../modules/payout/types"

/** Decimals beyond the currency's in which lines are weighed: Medusa does not round totals. */
const FINE_DIGITS = 12

/** How many fine steps make one minor unit. */
export const FINE_UNIT = 10n ** BigInt(FINE_DIGITS)

type Amount = BigNumberInput | null

type Taxed = {
  id: string
  is_tax_inclusive?: boolean | null
  tax_lines?: ({ rate?: Amount; raw_rate?: Amount } | null)[] | null
  adjustments?:
    | ({
        amount?: Amount
        raw_amount?: Amount
        is_tax_inclusive?: boolean | null
        promotion_id?: string | null
      } | null)[]
    | null
}

/** An order's line as Medusa's order module or `query.graph` answers it; more keys do no harm. */
export type SoldItem = Taxed & {
  quantity: BigNumberInput
  unit_price: BigNumberInput
  raw_unit_price?: Amount
  product_id?: string | null
}

/** An order's shipping method, likewise. */
export type SoldShipping = Taxed & {
  amount: BigNumberInput
  raw_amount?: Amount
  shipping_option_id?: string | null
}

export type SoldLines = {
  currency_code: string
  items?: (SoldItem | null)[] | null
  shipping_methods?: (SoldShipping | null)[] | null
}

/** Whether the seller pays for a discount; without a promotion it is the operator's own doing. */
export type FundedBySeller = (promotionId: string | null) => boolean

/** A line before rounding, in steps of 10^-12 of a minor unit. All without tax but `tax`. */
export type ExactLine = {
  line_type: LineType
  line_id: string
  gross: bigint
  discount_seller: bigint
  discount_platform: bigint
  tax: bigint
}

/**
 * What each line of an order comes to by Medusa's own arithmetic, for its whole
 * quantity, whatever came back of it later. Items first, then shipping.
 *
 * @param digits - Of the currency's minor unit.
 */
export function exactLines(
  order: SoldLines,
  digits: number,
  isSellers: FundedBySeller
): ExactLine[] {
  const items = present(order.items).map((item) => ({
    ...copyTaxes(item),
    quantity: big(item.quantity),
    unit_price: big(item.raw_unit_price ?? item.unit_price),
  }))
  const shipping_methods = present(order.shipping_methods).map((method) => ({
    ...copyTaxes(method),
    amount: big(method.raw_amount ?? method.amount),
  }))
  const { currency_code } = order
  decorateCartTotals({ currency_code, items, shipping_methods })
  const exact = (line_type: LineType) => (line: object) =>
    // Medusa's function has written totals into what it was given.
    toExact(line_type, line as DecoratedLine, { digits, isSellers })
  return [
    ...items.map(exact("item")),
    ...shipping_methods.map(exact("shipping")),
  ]
}

type DecoratedLine = {
  id: string
  subtotal: BigNumberInput
  tax_total: BigNumberInput
  adjustments: { subtotal: BigNumberInput; promotion_id: string | null }[]
}

function toExact(
  line_type: LineType,
  { id, subtotal, tax_total, adjustments }: DecoratedLine,
  by: { digits: number; isSellers: FundedBySeller }
): ExactLine {
  const fine = (amount: BigNumberInput) =>
    toMinorUnits(amount, by.digits + FINE_DIGITS)
  const discounts = { seller: 0n, platform: 0n }
  for (const { subtotal: amount, promotion_id } of adjustments) {
    discounts[by.isSellers(promotion_id) ? "seller" : "platform"] +=
      fine(amount)
  }
  return {
    line_type,
    line_id: id,
    gross: fine(subtotal),
    discount_seller: discounts.seller,
    discount_platform: discounts.platform,
    tax: fine(tax_total),
  }
}

/** Medusa writes totals into what it is given. */
function copyTaxes(line: Taxed) {
  return {
    id: line.id,
    is_tax_inclusive: !!line.is_tax_inclusive,
    tax_lines: present(line.tax_lines).map(({ rate, raw_rate }) => ({
      rate: big(raw_rate ?? rate),
    })),
    adjustments: present(line.adjustments).map((adjustment) => ({
      amount: big(adjustment.raw_amount ?? adjustment.amount),
      is_tax_inclusive: !!adjustment.is_tax_inclusive,
      promotion_id: adjustment.promotion_id ?? null,
    })),
  }
}

function big(amount: Amount | undefined): BigNumber {
  return new BigNumber(amount ?? 0)
}

function present<T>(list: (T | null)[] | null | undefined): T[] {
  return (list ?? []).flatMap((one) => (one === null ? [] : [one]))
}
