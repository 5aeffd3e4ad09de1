import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { fromMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import type { CommissionRuleContent } from "../../modules/commission/types"
import type { CommissionLine } from "../../workflows/payout/list-commission-lines"
import { presentRule } from "./commission-answer"
import { pointInTime } from "./point-in-time"

/** Panels ask for less than other lists. */
export const commissionLinesPage = 20

const date = pointInTime.optional()
const period = z.looseObject({ start_date: date, end_date: date })

/**
 * The period that a list of commission lines is asked for, by the classic
 * `start_date` and `end_date`; without them what `created_at` says.
 *
 * @throws MedusaError INVALID_DATA naming the parameter that is no date.
 */
export function linePeriod(
  query: unknown,
  created: { created_from?: Date; created_to?: Date }
): { created_from?: Date; created_to?: Date } {
  const parsed = period.safeParse(query)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Query parameter '${path}' is not a date`
    )
  }
  return {
    created_from: parsed.data.start_date ?? created.created_from,
    created_to: parsed.data.end_date ?? created.created_to,
  }
}

/** A line as clients read it; amounts are major units. */
export function presentCommissionLine(line: CommissionLine) {
  const money = (units: string) =>
    Number(fromMinorUnits(BigInt(units), minorDigits(line.currency_code)))
  const { seller_id, seller_name } = line
  return {
    id: line.id,
    value: money(line.commission),
    fee_tax: money(line.commission_tax),
    reversed: money(line.commission_reversed),
    fee_tax_reversed: money(line.commission_tax_reversed),
    net: money(line.net),
    currency_code: line.currency_code,
    origin: line.origin,
    line_type: line.line_type,
    item_line_id: line.line_id.split(":")[0],
    created_at: line.created_at,
    order: {
      id: line.order_id,
      display_id: line.display_id,
      seller: { id: seller_id, name: seller_name },
    },
    rule: presentChargedRule(line),
  }
}

/** The same with why it was charged so. */
export function presentExplainedLine(line: CommissionLine) {
  return { ...presentCommissionLine(line), explain: line.explain }
}

/** The rule as it was when the line was frozen; null when none fitted. */
function presentChargedRule(line: CommissionLine) {
  const { rule_id, rule_version, rule_content, rule_deleted_at } = line
  if (!rule_id || !rule_content) {
    return null
  }
  // The commission module wrote it from a checked rule.
  const content = rule_content as CommissionRuleContent
  const shown = presentRule(
    {
      ...content,
      id: rule_id,
      version: rule_version ?? 1,
      created_at: line.created_at,
      updated_at: line.created_at,
    },
    new Map()
  )
  const { type, percentage_rate, include_tax, fee_value, price_set } = shown
  return {
    id: rule_id,
    version: rule_version,
    name: content.name,
    deleted_at: rule_deleted_at,
    rate: { type, percentage_rate, include_tax, fee_value, price_set },
  }
}

/** What an order's commission comes to, and why; `amount` is 0 without lines. */
export function presentOrderCommission(lines: CommissionLine[]) {
  const shown = lines.map(presentExplainedLine)
  const currency_code = lines[0]?.currency_code ?? null
  const sum = (
    field: "commission" | "commission_tax" | "commission_reversed"
  ) =>
    Number(
      fromMinorUnits(
        lines.reduce((all, line) => all + BigInt(line[field]), 0n),
        minorDigits(currency_code ?? "")
      )
    )
  return {
    commission_value: { amount: sum("commission"), currency_code },
    fee_tax: { amount: sum("commission_tax"), currency_code },
    reversed: { amount: sum("commission_reversed"), currency_code },
    commission_lines: shown,
  }
}
