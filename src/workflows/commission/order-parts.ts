import { exactly, ONE, roundExact } from "../../money/exact"
import type {
  CommissionRuleRecord,
  FixedComponent,
  TiersComponent,
} from "../../modules/commission/types"
import {
  amountIn,
  baseOf,
  withoutAmount,
  type Currency,
  type FeeLine,
  type FeePart,
} from "./fee-part"
import { spread } from "./spread"
import { tierParts } from "./tier-parts"

/** A line with the rule that won it. */
export type RatedLine = FeeLine & { rule: CommissionRuleRecord }

type OrderComponent =
  (FixedComponent & { per: "order" }) | (TiersComponent & { of: "order" })

type Member = { line: RatedLine; component: OrderComponent }

/**
 * What the components that look at a whole order charge, as whole minor units
 * spread over their lines by base.
 *
 * @param lines - In an order that does not depend on how they came, so that left-over units always go to the same line.
 * @returns Parts by line id.
 */
export function partsOfOrder(
  lines: RatedLine[],
  currency: Currency
): Map<string, FeePart[]> {
  const parts = new Map<string, FeePart[]>()
  for (const members of groupMembers(lines).values()) {
    const bases = members.map(({ line, component }) =>
      component.type === "tiers"
        ? baseOf(line, line.rule.rate, component)
        : line.net
    )
    for (const part of orderCharges(members, bases, currency)) {
      spread(roundExact(part.amount), bases).forEach((amount, index) => {
        const id = members[index]?.line.id ?? ""
        const shared = { ...part, amount: exactly(amount) }
        parts.set(id, [...(parts.get(id) ?? []), shared])
      })
    }
  }
  return parts
}

/** Lines that pay one charge together: those of one rule, or of one shared name. */
function groupMembers(lines: RatedLine[]): Map<string, Member[]> {
  const groups = new Map<string, Member[]>()
  for (const line of lines) {
    line.rule.rate.components.forEach((component, index) => {
      if (isOrderComponent(component)) {
        const shared = component.type === "fixed" && component.shared_as
        const key = shared ? `as ${shared}` : `${line.rule.id} ${index}`
        groups.set(key, [...(groups.get(key) ?? []), { line, component }])
      }
    })
  }
  return groups
}

function isOrderComponent(
  component: CommissionRuleRecord["rate"]["components"][number]
): component is OrderComponent {
  switch (component.type) {
    case "percentage":
      return false
    case "fixed":
      return component.per === "order"
    case "tiers":
      return component.of === "order"
  }
}

function orderCharges(
  members: Member[],
  bases: bigint[],
  currency: Currency
): FeePart[] {
  const component = members[0]?.component
  if (component?.type === "tiers") {
    const base = bases.reduce((sum, part) => sum + part, 0n)
    return tierParts(component, { base, units: ONE, currency })
  }
  const amounts = members.flatMap((member) => {
    const { component } = member
    const amount =
      component.type === "fixed" ? amountIn(component.amounts, currency) : null
    return amount === null ? [] : [amount]
  })
  if (amounts.length === 0) {
    return [withoutAmount("fixed", currency)]
  }
  const highest = amounts.reduce((left, right) => (left > right ? left : right))
  return [{ type: "fixed", amount: exactly(highest), of: { per: "order" } }]
}
