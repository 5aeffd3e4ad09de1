import { parseDecimal } from "../../money/decimal"
import type {
  Amounts,
  CommissionRate,
  FeeComponent,
} from "../../modules/commission/types"

export type Currency = { code: string; digits: number }

/** One reason for a part of a fee; `amount` in exact steps, negative where a ceiling cuts. */
export type FeePart = {
  type:
    FeeComponent["type"] | "shipping" | "minimum" | "maximum" | "line_ceiling"
  amount: bigint
  /** What the amount was made of, as text for the explain record. */
  of: Record<string, string>
}

/** A line as the components see it; amounts in minor units. */
export type FeeLine = {
  id: string
  /** In steps of 10^-6. */
  quantity: bigint
  /** After seller-funded discounts, without tax; never negative. */
  net: bigint
  tax: bigint
}

/** The amount of a currency in minor units; null when the table has none. */
export function amountIn(amounts: Amounts, currency: Currency): bigint | null {
  const amount = amounts[currency.code]
  return amount === undefined ? null : parseDecimal(amount, currency.digits)
}

/** Only the default rule is ever charged without an amount, and the explain record must show it. */
export function withoutAmount(
  type: FeePart["type"],
  currency: Currency
): FeePart {
  return { type, amount: 0n, of: { missing: `no amount in ${currency.code}` } }
}

export function baseOf(
  line: Pick<FeeLine, "net" | "tax">,
  rate: Pick<CommissionRate, "include_tax">,
  component: { include_tax?: boolean } = {}
): bigint {
  const withTax = component.include_tax ?? rate.include_tax
  return withTax ? line.net + line.tax : line.net
}

export function sumOf(parts: { amount: bigint }[]): bigint {
  return parts.reduce((sum, { amount }) => sum + amount, 0n)
}
