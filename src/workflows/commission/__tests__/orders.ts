import { parseDecimal } from "../../../money/decimal"
import { minorDigits } from "../../../money/scale"
import type {
  CommissionRate,
  CommissionRuleRecord,
} from "../../../modules/commission/types"
import type { ItemToCharge, OrderToCharge } from "../charge-order"

export const currencyOf = (code: string) => ({
  code,
  digits: minorDigits(code),
})

export function ruleOf(
  rule: Partial<Omit<CommissionRuleRecord, "rate">> & {
    rate?: Partial<CommissionRate>
  }
): CommissionRuleRecord {
  return {
    id: "crul_1",
    version: 1,
    name: "Rule",
    is_default: false,
    is_active: true,
    priority: 0,
    effective_from: null,
    effective_to: null,
    conditions: {},
    ...rule,
    rate: { components: [], include_tax: false, ...rule.rate },
  }
}

type Amounts = { gross: string; tax?: string; discount?: string }

/** An item line whose rule is known; amounts in major units. */
export function itemOf(
  rule: CommissionRuleRecord | null,
  line: Amounts & { id: string; quantity?: number; currency?: string }
): ItemToCharge {
  return {
    id: line.id,
    quantity: line.quantity ?? 1,
    ...moneyOf(line, line.currency),
    resolution: {
      winner: rule,
      candidates: rule ? [{ rule, matched: {}, lost_by: null }] : [],
      candidates_count: rule ? 1 : 0,
    },
  }
}

export function moneyOf(line: Amounts, currency = "eur") {
  const minor = (amount = "0") => parseDecimal(amount, minorDigits(currency))
  return {
    gross: minor(line.gross),
    discount_seller: minor(line.discount),
    tax: minor(line.tax),
  }
}

export const orderOf = (
  items: ItemToCharge[],
  order: Partial<OrderToCharge> = {}
): OrderToCharge => ({
  currency: currencyOf("eur"),
  shipping: [],
  ...order,
  items,
})
