import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { RefundCommissionPolicy } from "../../../options"
import type { LineRefund, RefundableLine } from "../postings/refunds"
import type { SettledLine } from "../postings/settlement"
import { chargedOf, mapSlices, slicesOf } from "../postings/settlement"
import type { PayoutContext } from "../transaction"
import { asRecords, sql, sqlAlone } from "../transaction"
import type { LineOrigin } from "../types"

/** A line as completion, or an order change, freezes it. Minor units. */
export type NewSettlementLine = SettledLine & {
  order_id: string
  seller_id: string | null
  origin: LineOrigin
  currency_code: string
  rule_id: string | null
  rule_version: number | null
  explain: Record<string, unknown> | null
}

/** An order's lines, whose they are, and what refunds took of each. */
export type SettledOrder = {
  seller_id: string | null
  currency_code: string
  /** Those of the placement first, then those of changes as they came. */
  lines: (RefundableLine & { origin: LineOrigin })[]
}

type LineRow = {
  order_id: string
  seller_id: string | null
  currency_code: string
  origin: LineOrigin
} & Record<keyof SettledLine | `refunded_${string}`, string>

const freezeSql = `
  insert into settlement_line (id, order_id, seller_id, origin, line_type,
    line_id, currency_code, gross, discount_seller, discount_platform, tax,
    tax_remitter, commission, commission_tax, rule_id, rule_version, explain, net)
  select id, order_id, seller_id, origin, line_type, line_id, currency_code,
    gross, discount_seller, discount_platform, tax, tax_remitter, commission,
    commission_tax, rule_id, rule_version, explain, net
  from jsonb_to_recordset(?::jsonb) as l(id text, order_id text,
    seller_id text, origin text, line_type text, line_id text,
    currency_code text, gross numeric, discount_seller numeric,
    discount_platform numeric, tax numeric, tax_remitter text,
    commission numeric, commission_tax numeric, rule_id text, rule_version int,
    explain jsonb, net numeric)
  on conflict (order_id, line_type, line_id) do nothing
  returning id`

const orderSql = `
  select s.order_id, s.seller_id, s.currency_code, s.origin, s.line_type, s.line_id, s.gross::text,
    s.discount_seller::text, s.discount_platform::text, s.tax::text,
    s.tax_remitter, s.commission::text, s.commission_tax::text,
    coalesce(sum(r.amount), 0)::text as refunded_amount,
    coalesce(sum(r.tax), 0)::text as refunded_tax,
    coalesce(sum(r.discount_platform), 0)::text as refunded_discount_platform,
    coalesce(sum(r.commission_reversed), 0)::text as refunded_commission,
    coalesce(sum(r.commission_tax_reversed), 0)::text as refunded_commission_tax
  from settlement_line s
  left join refund_allocation r on r.order_id = s.order_id
    and r.line_type = s.line_type and r.line_id = s.line_id
  where s.order_id in (select jsonb_array_elements_text(?::jsonb))
  group by s.id
  order by s.origin = 'change', s.created_at, s.line_type, s.line_id`

const allocateSql = `
  insert into refund_allocation (id, refund_id, order_id, policy, line_type, line_id,
    amount, tax, discount_platform, commission_reversed, commission_tax_reversed)
  select id, refund_id, order_id, policy, line_type, line_id, amount, tax,
    discount_platform, commission, commission_tax
  from jsonb_to_recordset(?::jsonb) as r(id text, refund_id text,
    order_id text, policy text, line_type text, line_id text, amount numeric, tax numeric,
    discount_platform numeric, commission numeric, commission_tax numeric)`

/** Writes the lines that are not there yet, in one statement. @returns how many were new. */
export async function freezeLines(
  context: PayoutContext,
  lines: NewSettlementLine[]
): Promise<number> {
  const rows = lines.map((line) => ({
    ...line,
    id: generateEntityId(undefined, "sline"),
    net: netOf(line),
  }))
  const inserted = await sqlAlone(context, freezeSql, [asRecords(rows)])
  return inserted.length
}

export async function forgetLines(
  context: PayoutContext,
  orderIds: string[]
): Promise<void> {
  await sql(
    context,
    `delete from settlement_line where order_id in (
      select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(orderIds)]
  )
}

/** What the seller keeps of a line; tax that it remits itself is its own. */
function netOf(line: SettledLine): bigint {
  const { tax, discount_platform } = slicesOf(line)
  return (
    chargedOf(line) -
    tax -
    line.commission -
    line.commission_tax +
    discount_platform
  )
}

/** Orders by id; those without lines are left out. */
export async function findSettledOrders(
  context: PayoutContext,
  orderIds: string[]
): Promise<Map<string, SettledOrder>> {
  const rows = await sql<LineRow>(context, orderSql, [JSON.stringify(orderIds)])
  const orders = new Map<string, SettledOrder>()
  for (const row of rows) {
    const { order_id, seller_id, currency_code } = row
    const order = orders.get(order_id)
    if (order) {
      order.lines.push(toLine(row))
    } else {
      orders.set(order_id, { seller_id, currency_code, lines: [toLine(row)] })
    }
  }
  return orders
}

/** @returns nothing when nothing was frozen for the order. */
export async function findSettledOrder(
  context: PayoutContext,
  orderId: string
): Promise<SettledOrder | undefined> {
  return (await findSettledOrders(context, [orderId])).get(orderId)
}

/** @throws MedusaError NOT_FOUND when nothing was frozen for the order. */
export async function readSettledOrder(
  context: PayoutContext,
  orderId: string
): Promise<SettledOrder> {
  return ensureSettled(orderId, await findSettledOrder(context, orderId))
}

/** @throws MedusaError NOT_FOUND */
export function ensureSettled(
  orderId: string,
  order: SettledOrder | undefined
): SettledOrder {
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no settlement lines: they are frozen when it is placed`
    )
  }
  return order
}

function toLine(row: LineRow): SettledOrder["lines"][number] {
  return {
    origin: row.origin,
    line_type: row.line_type === "item" ? "item" : "shipping",
    line_id: row.line_id,
    gross: BigInt(row.gross),
    discount_seller: BigInt(row.discount_seller),
    discount_platform: BigInt(row.discount_platform),
    tax: BigInt(row.tax),
    tax_remitter: row.tax_remitter === "seller" ? "seller" : "platform",
    commission: BigInt(row.commission),
    commission_tax: BigInt(row.commission_tax),
    before: mapSlices((name) => BigInt(row[`refunded_${name}`] ?? 0)),
  }
}

/** Keeps what a refund took of each line. */
export async function keepAllocations(
  context: PayoutContext,
  of: {
    refund_id: string
    order_id: string
    policy: RefundCommissionPolicy
  },
  refunds: LineRefund[]
): Promise<void> {
  const rows = refunds.map((refund) => ({
    ...refund,
    ...of,
    id: generateEntityId(undefined, "ralloc"),
  }))
  await sql(context, allocateSql, [asRecords(rows)])
}
