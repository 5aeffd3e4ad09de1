import type { DisputeLine } from "../../modules/payout/books/disputes"
import { majorUnits } from "../../money/major-units"
import { minorDigits } from "../../money/scale"

/** A dispute in major units. */
export function presentDispute({ amount, fee, ...line }: DisputeLine) {
  const scale = minorDigits(line.currency_code)
  return {
    ...line,
    amount: majorUnits(amount, scale),
    fee: majorUnits(fee, scale),
  }
}
