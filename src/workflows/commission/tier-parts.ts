import { ONE, percentageOf, times } from "../../money/exact"
import type { FeeTier, TiersComponent } from "../../modules/commission/types"
import {
  amountIn,
  withoutAmount,
  type Currency,
  type FeePart,
} from "./fee-part"

type Tiered = {
  /** Minor units. */
  base: bigint
  /** Quantity whose single unit the tiers look at; `ONE` when they look at the base as a whole. */
  units: bigint
  currency: Currency
}

/** Compares the base with the limits times the quantity: exact, where a price per unit would not be. */
export function tierParts(
  { tiers, mode }: Pick<TiersComponent, "tiers" | "mode">,
  { base, units, currency }: Tiered
): FeePart[] {
  const whole = base * ONE
  const parts: FeePart[] = []
  let from = 0n
  for (const tier of tiers) {
    const limit = tier.up_to ? amountIn(tier.up_to, currency) : null
    if (tier.up_to && limit === null) {
      return [withoutAmount("tiers", currency)]
    }
    const until = limit === null ? whole : limit * units
    const isLast = whole <= until
    if (mode === "slice") {
      const part = (isLast ? whole : until) - from
      parts.push(...partsOfTier(tier, { part, units, currency }))
    } else if (isLast) {
      parts.push(...partsOfTier(tier, { part: whole, units, currency }))
    }
    if (isLast) {
      break
    }
    from = until
  }
  return parts
}

type TierFrame = {
  /** What the tier rates: minor units times `ONE`. */
  part: bigint
  units: bigint
  currency: Currency
}

function partsOfTier(
  { percentage, fixed, up_to }: FeeTier,
  { part, units, currency }: TierFrame
): FeePart[] {
  const limit: Record<string, string> = up_to
    ? { up_to: up_to[currency.code] ?? "" }
    : {}
  const parts: FeePart[] = []
  if (percentage !== undefined) {
    const amount = percentageOf(part, percentage)
    parts.push({ type: "tiers", amount, of: { ...limit, percentage } })
  }
  if (fixed) {
    const amount = amountIn(fixed, currency)
    parts.push(
      amount === null
        ? withoutAmount("tiers", currency)
        : {
            type: "tiers",
            amount: times(amount, units),
            of: { ...limit, fixed: fixed[currency.code] ?? "" },
          }
    )
  }
  return parts
}
