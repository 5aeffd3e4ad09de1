import type { CommissionRuleRecord } from "../../modules/commission/types"
import { toQuantity } from "../../money/exact"
import { closeLine } from "./close-line"
import { explainLine, type Explain } from "./explain"
import { sumOf, type Currency } from "./fee-part"
import { boundParts, partsOfLine } from "./line-parts"
import { boundOrder, type ChargedLine } from "./order-bounds"
import { partsOfOrder, type RatedLine } from "./order-parts"
import type { Resolution } from "./resolve-rule"
import { NO_TAX, partsOfShipping, taxOfRule } from "./shipping-parts"

type Money = {
  /** Price times quantity before discounts, without tax; minor units. */
  gross: bigint
  /** The discount that the seller pays for, without tax. */
  discount_seller: bigint
  tax: bigint
}

export type ItemToCharge = Money & {
  id: string
  quantity: string | number
  resolution: Resolution
}

export type ShippingToCharge = Money & {
  id: string
  /** Item lines that it ships; null = all of the order. */
  item_ids: string[] | null
}

/** One seller's order. */
export type OrderToCharge = {
  currency: Currency
  items: ItemToCharge[]
  shipping: ShippingToCharge[]
}

export type Charge = {
  line_type: "item" | "shipping"
  line_id: string
  rule_id: string | null
  rule_version: number | null
  /** Minor units. */
  commission: bigint
  /** Tax on the commission, minor units; charged on top. */
  fee_tax: bigint
  explain: Explain
}

/**
 * Charges one seller's order: what each line costs the seller, and why. Pure;
 * the result of a line does not depend on the order of the lines.
 *
 * @returns Item lines first, then shipping, each in the order given.
 */
export function chargeOrder(order: OrderToCharge): Charge[] {
  const { currency } = order
  const rated = rateItems(order.items)
  const charged = new Map(
    chargeItems(rated, currency).map((line) => [line.id, line])
  )
  return [
    ...order.items.map((item) =>
      chargeOf(item, charged.get(item.id), currency)
    ),
    ...order.shipping.map((shipping) => chargeShipping(order, shipping, rated)),
  ]
}

/** The lines that a rule won, by id, so that left-over units always go to the same line. */
function rateItems(items: ItemToCharge[]): RatedLine[] {
  return items
    .flatMap((item) => {
      const rule = item.resolution.winner
      const { id, tax } = item
      const quantity = toQuantity(item.quantity)
      return rule ? [{ id, quantity, net: netOf(item), tax, rule }] : []
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1))
}

function netOf({ gross, discount_seller }: Money): bigint {
  return gross > discount_seller ? gross - discount_seller : 0n
}

function chargeItems(rated: RatedLine[], currency: Currency): ChargedLine[] {
  const ofOrder = partsOfOrder(rated, currency)
  const lines = rated.map((line) => {
    const { rate } = line.rule
    const parts = [
      ...partsOfLine(line, rate, currency),
      ...(ofOrder.get(line.id) ?? []),
    ]
    const { min, max } = rate
    return {
      ...line,
      parts: [
        ...parts,
        ...boundParts(line, sumOf(parts), { min, max, currency }),
      ],
    }
  })
  return boundOrder(lines, currency)
}

function chargeOf(
  item: ItemToCharge,
  charged: ChargedLine | undefined,
  currency: Currency
): Charge {
  const net = netOf(item)
  const rule = charged?.rule ?? null
  const closed = closeLine({
    parts: charged?.parts ?? [],
    tax: rule ? taxOfRule(rule) : NO_TAX,
    ceiling: rule?.rate.allow_above_line ? null : net,
  })
  return {
    line_type: "item",
    line_id: item.id,
    ...ruleIds(rule),
    commission: closed.commission,
    fee_tax: closed.fee_tax,
    explain: explainLine({
      currency,
      rule,
      resolution: item.resolution,
      base: { ...item, net },
      closed,
    }),
  }
}

function chargeShipping(
  { currency, items }: OrderToCharge,
  shipping: ShippingToCharge,
  rated: RatedLine[]
): Charge {
  const { id, tax, item_ids } = shipping
  const net = netOf(shipping)
  const isShipped = (line: { id: string }) =>
    item_ids?.includes(line.id) ?? true
  const unrated = items.filter((item) => !item.resolution.winner)
  const {
    parts,
    rule,
    tax: feeTax,
  } = partsOfShipping(
    { id, net, tax },
    rated.filter(isShipped),
    unrated.filter(isShipped).map((item) => ({ net: netOf(item) }))
  )
  const closed = closeLine({ parts, tax: feeTax, ceiling: net })
  return {
    line_type: "shipping",
    line_id: id,
    ...ruleIds(rule),
    commission: closed.commission,
    fee_tax: closed.fee_tax,
    explain: explainLine({
      currency,
      rule,
      resolution: { candidates: [], candidates_count: 0 },
      base: { ...shipping, net },
      closed,
    }),
  }
}

function ruleIds(
  rule: CommissionRuleRecord | null
): Pick<Charge, "rule_id" | "rule_version"> {
  return { rule_id: rule?.id ?? null, rule_version: rule?.version ?? null }
}
