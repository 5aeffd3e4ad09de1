import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"

export type Page = { limit: number; offset: number }

export type Found<Row> = { rows: Row[]; count: number }

type Condition = readonly [
  clause: string,
  value: string | readonly string[] | Date | undefined,
]

type Search = Page & {
  select: string
  from: string
  /** Each with one `?`; those without a value are left out. A list comes as JSON. */
  conditions: Condition[]
  order: string
}

/** A clause for a list of values. */
export function anyOf(column: string): string {
  return `${column} in (select jsonb_array_elements_text(?::jsonb))`
}

/** Clauses for the two ends of a period: from inclusive, to exclusive. */
export function within(
  column: string,
  { from, to }: { from?: Date; to?: Date }
): Condition[] {
  return [
    [`${column} >= ?::timestamptz`, from],
    [`${column} < ?::timestamptz`, to],
  ]
}

/** One page of rows, filtered, sorted and counted in the database. */
export async function readPage<Row>(
  context: PayoutContext,
  { select, from, conditions, order, limit, offset }: Search
): Promise<Found<Row>> {
  const given = conditions.flatMap(([clause, value]) =>
    value === undefined ? [] : [{ clause, value: asText(value) }]
  )
  const where = given.map(({ clause }) => clause).join(" and ") || "true"
  const values = given.map(({ value }) => value)
  const [total] = await sql<{ count: number }>(
    context,
    `select count(*)::int as count from ${from} where ${where}`,
    values
  )
  const rows = await sql<Row>(
    context,
    `select ${select} from ${from} where ${where} order by ${order} limit ? offset ?`,
    [...values, limit, offset]
  )
  return { rows, count: total?.count ?? 0 }
}

function asText(value: string | readonly string[] | Date): string {
  if (value instanceof Date) {
    return value.toISOString()
  }
  return typeof value === "string" ? value : JSON.stringify(value)
}
