import { exactly, ONE, percentageOf, times } from "../../money/exact"
import type {
  Amounts,
  CommissionRate,
  FeeBound,
  FeeComponent,
  FeeUnit,
} from "../../modules/commission/types"
import {
  amountIn,
  baseOf,
  sumOf,
  withoutAmount,
  type Currency,
  type FeeLine,
  type FeePart,
} from "./fee-part"
import { tierParts } from "./tier-parts"

/** What the components that look at one line alone charge for it. */
export function partsOfLine(
  line: FeeLine,
  rate: CommissionRate,
  currency: Currency
): FeePart[] {
  return rate.components.flatMap((component) => {
    const parts = partsOfComponent(line, component, { rate, currency })
    if (component.type === "fixed") {
      return parts
    }
    const { min, max } = component
    return [...parts, ...boundParts(line, sumOf(parts), { min, max, currency })]
  })
}

type Frame = { rate: CommissionRate; currency: Currency }

function partsOfComponent(
  line: FeeLine,
  component: FeeComponent,
  { rate, currency }: Frame
): FeePart[] {
  switch (component.type) {
    case "percentage": {
      const { percentage } = component
      const base = baseOf(line, rate, component)
      const amount = percentageOf(base * ONE, percentage)
      return [{ type: "percentage", amount, of: { percentage } }]
    }
    case "fixed": {
      const { per, amounts } = component
      if (per === "order") {
        return []
      }
      const amount = amountFor(line, { per, amounts }, currency)
      return amount === null
        ? [withoutAmount("fixed", currency)]
        : [{ type: "fixed", amount, of: { per } }]
    }
    case "tiers":
      return component.of === "order"
        ? []
        : tierParts(component, {
            base: baseOf(line, rate, component),
            units: component.of === "unit" ? line.quantity : ONE,
            currency,
          })
  }
}

/** An amount for the whole line, or for each of its units; exact. */
function amountFor(
  line: FeeLine,
  { per, amounts }: { per: FeeUnit; amounts: Amounts },
  currency: Currency
): bigint | null {
  const amount = amountIn(amounts, currency)
  if (amount === null) {
    return null
  }
  return per === "unit" ? times(amount, line.quantity) : exactly(amount)
}

type Bounds = { min?: FeeBound; max?: FeeBound; currency: Currency }

/** What lifts `sum` to the floor or cuts it to the ceiling; bounds per order are not a line's matter. */
export function boundParts(
  line: FeeLine,
  sum: bigint,
  { min, max, currency }: Bounds
): FeePart[] {
  const parts: FeePart[] = []
  let now = sum
  for (const [type, bound] of [
    ["minimum", min],
    ["maximum", max],
  ] as const) {
    if (!bound || bound.per === "order") {
      continue
    }
    const limit = amountFor(line, bound, currency)
    if (limit === null) {
      parts.push(withoutAmount(type, currency))
    } else if (type === "minimum" ? now < limit : now > limit) {
      parts.push({ type, amount: limit - now, of: { per: bound.per } })
      now = limit
    }
  }
  return parts
}
