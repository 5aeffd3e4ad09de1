import { roundTogether } from "../../money/allocate"
import { divideHalfEven } from "../../money/divide-half-even"
import { type ExactLine, FINE_UNIT } from "./exact-lines"

/**
 * Rounds the lines of an order so that what the buyer pays for them sums to
 * `total` exactly. Within a line the price and the discounts are rounded each,
 * and the tax takes what is left; without tax a discount does.
 *
 * @param total - Minor units; without it the lines' own rounded sum.
 */
export function roundLines(lines: ExactLine[], total?: bigint): ExactLine[] {
  const charged = lines.map(chargedOf)
  const sum = charged.reduce((all, one) => all + one, 0n)
  const rounded = distribute(total ?? round(sum), charged)
  return lines.map((line, index) => roundLine(line, rounded[index] ?? 0n))
}

function distribute(total: bigint, charged: bigint[]): bigint[] {
  if (total === 0n) {
    return charged.map(() => 0n)
  }
  const weights = charged.some((one) => one > 0n)
    ? charged
    : charged.map(() => 1n)
  return roundTogether(total, weights, FINE_UNIT)
}

function chargedOf(line: ExactLine): bigint {
  const { gross, discount_seller, discount_platform, tax } = line
  const charged = gross - discount_seller - discount_platform + tax
  return charged > 0n ? charged : 0n
}

function roundLine(line: ExactLine, charged: bigint): ExactLine {
  const gross = round(line.gross)
  const discount_seller = round(line.discount_seller)
  const discount_platform = round(line.discount_platform)
  const rest = charged - gross + discount_seller + discount_platform
  const rounded = {
    ...line,
    ...{ gross, discount_seller, discount_platform, tax: 0n },
  }
  if (rest === 0n || (rest > 0n && line.tax > 0n)) {
    return { ...rounded, tax: rest }
  }
  for (const name of ["discount_platform", "discount_seller"] as const) {
    if (rounded[name] > 0n && rounded[name] >= rest) {
      return { ...rounded, [name]: rounded[name] - rest }
    }
  }
  return { ...rounded, gross: gross + rest }
}

const round = (fine: bigint): bigint => divideHalfEven(fine, FINE_UNIT)
