import { checkAmounts, isAbove } from "./check-amounts"
import { fieldError } from "./field-error"
import type { FeeTier } from "./types"

/**
 * @throws MedusaError INVALID_DATA when tiers charge nothing, do not rise, or do not end in one without a limit.
 */
export function checkTiers(tiers: FeeTier[], field: string): void {
  tiers.forEach((tier, index) => {
    const own = `${field}.${index}`
    const isLast = index === tiers.length - 1
    if (isLast !== (tier.up_to === null)) {
      throw fieldError(
        `${own}.up_to`,
        "the last tier alone has no limit (null)"
      )
    }
    if (tier.percentage === undefined && !tier.fixed) {
      throw fieldError(own, "name a percentage or a fixed amount")
    }
    if (tier.fixed) {
      checkAmounts(tier.fixed, `${own}.fixed`)
    }
    if (tier.up_to) {
      checkAmounts(tier.up_to, `${own}.up_to`)
      checkRises(tiers[index - 1]?.up_to ?? {}, tier.up_to, `${own}.up_to`)
    }
  })
}

function checkRises(
  below: Record<string, string>,
  limits: Record<string, string>,
  field: string
): void {
  for (const [currency, limit] of Object.entries(limits)) {
    const lower = below[currency]
    if (lower !== undefined && !isAbove(limit, lower, currency)) {
      throw fieldError(
        `${field}.${currency}`,
        `${limit} is not above the limit ${lower} of the tier before`
      )
    }
  }
}
