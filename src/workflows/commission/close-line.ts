import { divideHalfEven } from "../../money/divide-half-even"
import { exactly, roundExact } from "../../money/exact"
import { sumOf, type FeePart } from "./fee-part"

/** Tax on a fee as a fraction of it. */
export type TaxFraction = { numerator: bigint; denominator: bigint }

export type Closed = {
  /** Minor units. */
  commission: bigint
  /** Minor units, on top of the commission. */
  fee_tax: bigint
  parts: FeePart[]
  /** What rounding added, in exact steps. */
  rounding: bigint
}

type Open = {
  parts: FeePart[]
  tax: TaxFraction
  /** Minor units that fee and fee tax together may reach; null = no ceiling. */
  ceiling: bigint | null
}

/** Rounds a line's fee once, half-even, adds the tax on it and keeps both below the ceiling. */
export function closeLine({ parts, tax, ceiling }: Open): Closed {
  const sum = sumOf(parts)
  const commission = roundExact(sum)
  const fee_tax = taxOf(commission, tax)
  if (ceiling === null || commission + fee_tax <= ceiling) {
    return { commission, fee_tax, parts, rounding: exactly(commission) - sum }
  }
  const lowered =
    (ceiling * tax.denominator) / (tax.denominator + tax.numerator)
  const left = ceiling - lowered
  const lowered_tax = taxOf(lowered, tax)
  return {
    commission: lowered,
    fee_tax: lowered_tax < left ? lowered_tax : left,
    parts: [
      ...parts,
      { type: "line_ceiling", amount: exactly(lowered) - sum, of: {} },
    ],
    rounding: 0n,
  }
}

function taxOf(fee: bigint, { numerator, denominator }: TaxFraction): bigint {
  return divideHalfEven(fee * numerator, denominator)
}
