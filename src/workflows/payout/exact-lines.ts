import type { BigNumberInput } from "@medusajs/framework/types"
import {
  BigNumber,
  getLineItemTotals,
  getShippingMethodTotals,
} from "@medusajs/framework/utils"
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
  const by = { digits, isSellers }
  // Line by line: the sums of a whole cart, which nobody asks for here, cost as much again.
  return [
    ...present(order.items).map((item) => {
      const line = {
        ...copyTaxes(item),
        quantity: big(item.quantity),
        unit_price: big(item.raw_unit_price ?? item.unit_price),
      }
      const totals = getLineItemTotals(asInput<ItemInput>(line), {})
      return toExact("item", line, { totals, ...by })
    }),
    ...present(order.shipping_methods).map((method) => {
      const line = {
        ...copyTaxes(method),
        amount: big(method.raw_amount ?? method.amount),
      }
      const totals = getShippingMethodTotals(asInput<ShippingInput>(line), {})
      return toExact("shipping", line, { totals, ...by })
    }),
  ]
}

type ItemInput = Parameters<typeof getLineItemTotals>[0]
type ShippingInput = Parameters<typeof getShippingMethodTotals>[0]

/** Medusa's types say `number` where its arithmetic takes, and hands over, exact ones. */
function asInput<Input extends { id: string }>(line: { id: string }): Input {
  return line as Input
}

function toExact(
  line_type: LineType,
  { id, adjustments }: ReturnType<typeof copyTaxes>,
  by: {
    totals: { subtotal: BigNumberInput; tax_total: BigNumberInput }
    digits: number
    isSellers: FundedBySeller
  }
): ExactLine {
  const fine = (amount: BigNumberInput) =>
    toMinorUnits(amount, by.digits + FINE_DIGITS)
  const discounts = { seller: 0n, platform: 0n }
  for (const { subtotal, promotion_id } of adjustments) {
    discounts[by.isSellers(promotion_id) ? "seller" : "platform"] +=
      fine(subtotal)
  }
  return {
    line_type,
    line_id: id,
    gross: fine(by.totals.subtotal),
    discount_seller: discounts.seller,
    discount_platform: discounts.platform,
    tax: fine(by.totals.tax_total),
  }
}

/** A copy, as Medusa writes into it: the subtotal of each adjustment, which is without tax. */
function copyTaxes(line: Taxed) {
  return {
    id: line.id,
    is_tax_inclusive: !!line.is_tax_inclusive,
    tax_lines: present(line.tax_lines).map(({ rate, raw_rate }) => ({
      rate: big(raw_rate ?? rate),
    })),
    adjustments: present(line.adjustments).map((adjustment) => ({
      amount: big(adjustment.raw_amount ?? adjustment.amount),
      subtotal: zero,
      is_tax_inclusive: !!adjustment.is_tax_inclusive,
      promotion_id: adjustment.promotion_id ?? null,
    })),
  }
}

const zero: BigNumberInput = 0

function big(amount: Amount | undefined): BigNumber {
  return new BigNumber(amount ?? 0)
}

function present<T>(list: (T | null)[] | null | undefined): T[] {
  return (list ?? []).flatMap((one) => (one === null ? [] : [one]))
}
