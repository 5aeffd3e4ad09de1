import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderRows } from "../../scope/order-rows"
import { toSellerId, type SellerId } from "../../scope/seller-id"

/** What hangs on orders and has lists of its own. */
export type ListedOrderRow =
  "return" | "order_claim" | "order_exchange" | "payment"

export type OrderRowSearch = {
  entity: ListedOrderRow
  /** In Medusa's grammar, by columns of `orderRowColumns`; anything else is left out. `q` searches the orders. */
  filters: Record<string, unknown>
  order?: Record<string, string | undefined>
  take: number
  skip: number
}

const times = ["id", "created_at", "updated_at"]
const ofOrders = [...times, "order_id", "display_id"]

/** What each can be filtered and sorted by. */
export const orderRowColumns: Readonly<
  Record<ListedOrderRow, readonly string[]>
> = {
  return: [...ofOrders, "status"],
  order_claim: [...ofOrders, "type"],
  order_exchange: ofOrders,
  payment: [...times, "order_id", "payment_session_id"],
}

/** Ids of one page of a seller's rows and how many there are, in one statement. */
export async function pageOrderRows(
  container: MedusaContainer,
  sellerId: SellerId,
  search: OrderRowSearch
): Promise<{ ids: string[]; count: number }> {
  const conditions = conditionsOf(search)
  const { rows }: { rows: { id: string | null; total: string }[] } =
    await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
      `with found as (
           select t.id, row_number() over (order by ${sortOf(search)}) as place
           from (${orderRows[search.entity]}) owned
           join marketplace_order_seller s on s.order_id = owned.order_id and s.deleted_at is null
           join "${search.entity}" t on t.id = owned.id
           where ${["s.seller_id = ?", ...conditions.map(({ sql }) => sql)].join(" and ")}
         )
         select page.id, total.total
         from (select count(*) as total from found) total
         left join (select * from found order by place limit ? offset ?) page on true
         order by page.place`,
      [
        toSellerId(sellerId),
        ...conditions.flatMap(({ values }) => values),
        search.take,
        search.skip,
      ]
    )
  return {
    // The total comes alone when the page lies behind the last row.
    ids: rows.flatMap(({ id }) => id ?? []),
    count: Number(rows[0]?.total ?? 0),
  }
}

type Value = string | number | boolean | string[]
type Condition = { sql: string; values: Value[] }

const comparisons: Record<string, (column: string) => string> = {
  $eq: (column) => `${column}::text = any(?)`,
  $in: (column) => `${column}::text = any(?)`,
  $ne: (column) => `${column}::text <> all(?)`,
  $nin: (column) => `${column}::text <> all(?)`,
  $gt: (column) => `${column} > ?`,
  $gte: (column) => `${column} >= ?`,
  $lt: (column) => `${column} < ?`,
  $lte: (column) => `${column} <= ?`,
  $like: (column) => `${column}::text like ?`,
  $ilike: (column) => `${column}::text ilike ?`,
}

const lists = new Set(["$eq", "$in", "$ne", "$nin"])

function conditionsOf({ entity, filters }: OrderRowSearch): Condition[] {
  return Object.entries(filters).flatMap(([key, value]) => {
    if (key === "q") {
      return [searchOf(String(value))]
    }
    return orderRowColumns[entity].includes(key)
      ? comparedTo(columnOf(key), value)
      : []
  })
}

function comparedTo(column: string, value: unknown): Condition[] {
  const isMap =
    typeof value === "object" && value !== null && !Array.isArray(value)
  return Object.entries(isMap ? value : { $eq: value }).flatMap(
    ([operator, operand]) => {
      const compare = Object.hasOwn(comparisons, operator)
        ? comparisons[operator]
        : undefined
      return compare && operand !== undefined
        ? {
            sql: compare(column),
            values: [
              lists.has(operator)
                ? [operand].flat().map(String)
                : String(operand),
            ],
          }
        : []
    }
  )
}

function searchOf(text: string): Condition {
  return {
    sql: "exists (select 1 from seller_order o where o.order_id = owned.order_id and o.search like ?)",
    values: [`%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`],
  }
}

function sortOf({ entity, order }: OrderRowSearch): string {
  const known = Object.entries(order ?? {}).filter(([column]) =>
    orderRowColumns[entity].includes(column)
  )
  const entries = known.length ? known : [["created_at", "DESC"] as const]
  return [
    ...entries.map(
      ([column, direction]) =>
        `${columnOf(column)} ${direction === "DESC" ? "desc" : "asc"}`
    ),
    "t.id",
  ].join(", ")
}

const columnOf = (key: string) =>
  key === "order_id" ? "owned.order_id" : `t.${key}`
