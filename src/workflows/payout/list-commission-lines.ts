import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { LineOrigin, LineType } from "../../modules/payout/types"
import { selectMoney } from "./money-sql"

export const commissionLineSortColumns = ["created_at"] as const

/** Filters add up; within one, any value fits. */
export type ListCommissionLinesInput = {
  seller_ids?: string[]
  order_ids?: string[]
  currency_codes?: string[]
  line_types?: string[]
  created_from?: Date
  created_to?: Date
  order?: { column: "created_at"; descending: boolean }
  limit: number
  offset: number
}

/** A settlement line of a seller; amounts are minor units as text. */
export type CommissionLine = {
  id: string
  order_id: string
  display_id: number | null
  seller_id: string
  seller_name: string | null
  origin: LineOrigin
  line_type: LineType
  line_id: string
  currency_code: string
  gross: string
  discount_seller: string
  discount_platform: string
  tax: string
  commission: string
  commission_tax: string
  /** What refunds took back of commission and tax on it. */
  commission_reversed: string
  commission_tax_reversed: string
  net: string
  rule_id: string | null
  rule_version: number | null
  rule_deleted_at: Date | null
  /** What the rule said then; null when nothing was charged. */
  rule_content: Record<string, unknown> | null
  explain: Record<string, unknown> | null
  created_at: Date
}

const listCommissionLinesStep = createStep(
  "list-commission-lines",
  async (search: ListCommissionLinesInput, { container }) =>
    new StepResponse(await findLines(container, search))
)

export const listCommissionLinesWorkflowId = "list-commission-lines"

/**
 * One page of what sellers' lines were charged, newest first, each with the rule
 * as it was then: `{ lines, count }`, paged and counted in the database.
 */
export const listCommissionLinesWorkflow = createWorkflow(
  listCommissionLinesWorkflowId,
  (input: ListCommissionLinesInput) =>
    new WorkflowResponse(listCommissionLinesStep(input))
)

async function findLines(
  container: MedusaContainer,
  search: ListCommissionLinesInput
): Promise<{ lines: CommissionLine[]; count: number }> {
  const { where, values } = conditions(search)
  const [total] = await selectMoney<{ count: number }>(
    container,
    `select count(*)::int as count from settlement_line l where ${where}`,
    values
  )
  const direction = search.order?.descending === false ? "asc" : "desc"
  const lines = await selectMoney<CommissionLine>(
    container,
    `${linesSql(where, direction)}`,
    { ...values, limit: search.limit, offset: search.offset }
  )
  return { lines, count: total?.count ?? 0 }
}

const linesSql = (where: string, direction: "asc" | "desc") => `
  select l.id, l.order_id, o.display_id, l.seller_id, s.name as seller_name,
    l.origin, l.line_type, l.line_id, l.currency_code, l.gross::text,
    l.discount_seller::text, l.discount_platform::text, l.tax::text,
    l.commission::text, l.commission_tax::text, l.net::text,
    coalesce(r.commission, 0)::text as commission_reversed,
    coalesce(r.commission_tax, 0)::text as commission_tax_reversed,
    l.rule_id, l.rule_version, c.deleted_at as rule_deleted_at,
    v.content as rule_content, l.explain, l.created_at
  from (select * from settlement_line l where ${where}
    order by l.created_at ${direction}, l.line_type, l.id limit :limit offset :offset) l
  left join "order" o on o.id = l.order_id
  left join seller s on s.id = l.seller_id
  left join commission_rule c on c.id = l.rule_id
  left join commission_rule_version v on v.rule_id = l.rule_id and v.version = l.rule_version
  left join lateral (
    select sum(commission_reversed) as commission, sum(commission_tax_reversed) as commission_tax
    from refund_allocation r where r.order_id = l.order_id
      and r.line_type = l.line_type and r.line_id = l.line_id) r on true
  order by l.created_at ${direction}, l.line_type, l.id`

function conditions(search: ListCommissionLinesInput) {
  const all: [string, string, unknown][] = [
    ["l.seller_id = any(:sellers)", "sellers", search.seller_ids],
    ["l.order_id = any(:orders)", "orders", search.order_ids],
    ["l.currency_code = any(:currencies)", "currencies", search.currency_codes],
    ["l.line_type = any(:types)", "types", search.line_types],
    ["l.created_at >= :from", "from", search.created_from],
    ["l.created_at <= :to", "to", search.created_to],
  ]
  const used = all.filter(([, , value]) => value !== undefined)
  return {
    where: [
      "l.seller_id is not null",
      ...used.map(([condition]) => condition),
    ].join(" and "),
    values: Object.fromEntries(used.map(([, name, value]) => [name, value])),
  }
}
