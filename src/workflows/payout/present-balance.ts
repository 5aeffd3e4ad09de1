import type {
  PayoutHold,
  SellerBalance,
} from "../../modules/payout/books/balances"
import type { SellerReleaseTerms } from "../../modules/payout/books/release-terms"
import type { UpcomingRelease } from "./earnings-due"
import { minorDigits } from "../../money/scale"
import { majorUnits } from "../../money/major-units"

/** What a seller has in one currency, in major units. */
export function presentBalance(balance: SellerBalance) {
  const { currency_code, scale } = balance
  const major = (minor: string) => majorUnits(minor, scale)
  return {
    currency_code,
    pending: major(balance.pending),
    available: major(balance.available),
    reserved: major(balance.reserved),
    in_transit: major(balance.in_transit),
    paid: major(balance.paid),
  }
}

/** The same with what concerns the operator only. */
export function presentOwedBalance(balance: SellerBalance) {
  const { floor, scale } = balance
  return {
    ...presentBalance(balance),
    floor: floor === null ? null : majorUnits(floor, scale),
  }
}

/** What becomes available: `date` is `null` until the order reaches `waiting_for`. */
export function presentRelease({ amount, ...release }: UpcomingRelease) {
  const scale = minorDigits(release.currency_code)
  return { ...release, amount: majorUnits(amount, scale) }
}

/** `null` when payouts go on. */
export function presentHold(hold: PayoutHold | null) {
  return hold && { until: hold.held_until, reason: hold.hold_reason }
}

/** `null`: as the option says. */
export function presentTerms(terms: SellerReleaseTerms) {
  const { reserve_basis_points, ...rest } = terms
  return {
    ...rest,
    reserve_percent:
      reserve_basis_points === null ? null : reserve_basis_points / 100,
  }
}
