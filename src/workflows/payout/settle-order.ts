import { MathBN } from "@medusajs/framework/utils"
import type { CommissionRuleRecord } from "../../modules/commission/types"
import type { NewSettlementLine } from "../../modules/payout/ledger/settlement-rows"
import type { LineOrigin, TaxRemitter } from "../../modules/payout/types"
import { minorDigits } from "../../money/scale"
import { chargeOrder, type Charge } from "../commission/charge-order"
import { noProduct, type ProductFacts } from "../commission/product-facts"
import { resolveRule, type Resolution } from "../commission/resolve-rule"
import type { Tariff } from "../commission/tariff"
import {
  exactLines,
  type ExactLine,
  type FundedBySeller,
  type SoldLines,
} from "./exact-lines"
import { roundLines } from "./round-lines"

/** One order with all that decides what its lines are worth to whom. */
export type OrderToSettle = SoldLines & {
  order_id: string
  /** `null`: the operator's own goods. */
  seller_id: string | null
  sales_channel_id: string | null
  origin: LineOrigin
  tax_remitter: TaxRemitter
  /** Minor units that the lines come to; without it their own rounded sum. */
  total?: bigint
  isSellers: FundedBySeller
  /** By product id. */
  facts: Map<string, ProductFacts>
  /** Items that each shipping method ships, by its id; a method that is not there ships all. */
  shipped?: Map<string, string[]>
}

/** How much of a tariff an order meets, and when. */
export type SettleBy = { tariff: Tariff; at: Date }

/**
 * The settlement lines of an order: its amounts rounded so that they sum to what
 * the buyer pays, and its commission. Pure; the operator's own goods cost no
 * commission and all their discounts are its own.
 */
export function settleOrder(
  order: OrderToSettle,
  by: SettleBy
): NewSettlementLine[] {
  const digits = minorDigits(order.currency_code)
  const isSellers = order.seller_id ? order.isSellers : () => true
  const lines = roundLines(exactLines(order, digits, isSellers), order.total)
  return settleLines(order, lines, by)
}

/** The same for lines whose amounts are known, in minor units. */
export function settleLines(
  order: Omit<OrderToSettle, "total" | "isSellers">,
  lines: ExactLine[],
  by: SettleBy
): NewSettlementLine[] {
  const charges = order.seller_id ? chargeLines(order, lines, by) : []
  return lines.map((line) =>
    settledLine(
      order,
      line,
      charges.find(
        (one) =>
          one.line_id === line.line_id && one.line_type === line.line_type
      )
    )
  )
}

type Settling = Omit<OrderToSettle, "total" | "isSellers">

function settledLine(
  order: Settling,
  line: ExactLine,
  charge: Charge | undefined
): NewSettlementLine {
  return {
    ...line,
    order_id: order.order_id,
    seller_id: order.seller_id,
    origin: order.origin,
    currency_code: order.currency_code.toLowerCase(),
    tax_remitter: order.tax_remitter,
    commission: charge?.commission ?? 0n,
    commission_tax: charge?.fee_tax ?? 0n,
    rule_id: charge?.rule_id ?? null,
    rule_version: charge?.rule_version ?? null,
    explain: charge ? { ...charge.explain } : null,
  }
}

function chargeLines(
  order: Settling,
  lines: ExactLine[],
  by: SettleBy
): Charge[] {
  const code = order.currency_code.toLowerCase()
  const sold = new Map(
    (order.items ?? []).flatMap((item) => (item ? [[item.id, item]] : []))
  )
  return chargeOrder({
    currency: { code, digits: minorDigits(code) },
    items: lines
      .filter(({ line_type }) => line_type === "item")
      .map((line) => ({
        ...line,
        id: line.line_id,
        quantity: MathBN.convert(
          sold.get(line.line_id)?.quantity ?? 1
        ).toFixed(),
        resolution: resolve(order, sold.get(line.line_id)?.product_id, by),
      })),
    shipping: lines
      .filter(({ line_type }) => line_type === "shipping")
      .map((line) => ({
        ...line,
        id: line.line_id,
        item_ids: order.shipped?.get(line.line_id) ?? null,
      })),
  })
}

function resolve(
  order: Settling,
  productId: string | null | undefined,
  { tariff, at }: SettleBy
): Resolution {
  const resolution = resolveRule(tariff, {
    ...(order.facts.get(productId ?? "") ?? noProduct),
    seller: order.seller_id,
    sales_channel: order.sales_channel_id,
    currency: order.currency_code.toLowerCase(),
    at,
  })
  const { winner } = resolution
  return winner && order.origin === "change"
    ? { ...resolution, winner: withoutOrderFees(winner) }
    : resolution
}

/** What is charged once an order was charged when it was placed. */
function withoutOrderFees(rule: CommissionRuleRecord): CommissionRuleRecord {
  const { min, max, ...rate } = rule.rate
  return {
    ...rule,
    rate: {
      ...rate,
      ...(min && min.per !== "order" ? { min } : {}),
      ...(max && max.per !== "order" ? { max } : {}),
      components: rate.components.filter(
        (one) => one.type !== "fixed" || one.per !== "order"
      ),
    },
  }
}
