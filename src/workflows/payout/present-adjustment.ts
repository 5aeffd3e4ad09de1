import type { AdjustmentLine } from "../../modules/payout/books/adjustments"
import { majorUnits } from "../../money/major-units"
import { minorDigits } from "../../money/scale"

/** An adjustment in major units. */
export function presentAdjustment({ amount, ...line }: AdjustmentLine) {
  const scale = minorDigits(line.currency_code)
  return { ...line, amount: majorUnits(amount, scale) }
}
