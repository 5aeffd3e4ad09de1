import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  fulfillmentStatusSql,
  paymentStatusSql,
} from "../../modules/order-set/status-sql"

export const orderSetSortColumns = [
  "display_id",
  "created_at",
  "updated_at",
] as const
export type OrderSetSortColumn = (typeof orderSetSortColumns)[number]

/** Filters add up; within one, any value fits. An empty list finds nothing. */
export type OrderSetSearch = {
  ids?: string[]
  customer_ids?: string[]
  order_ids?: string[]
  seller_ids?: string[]
  sales_channel_ids?: string[]
  payment_statuses?: string[]
  fulfillment_statuses?: string[]
  /** Part of the e-mail, or the number or id of the set or of one of its orders. */
  q?: string
  created_from?: Date
  created_to?: Date
  updated_from?: Date
  updated_to?: Date
  order?: { column: OrderSetSortColumn; descending: boolean }
  limit: number
  offset: number
}

/**
 * Ids of placed sets, one page, and how many there are: filtered, sorted and
 * counted in the database, over Medusa's tables of orders and payments too.
 */
export async function searchOrderSets(
  container: MedusaContainer,
  search: OrderSetSearch
): Promise<{ ids: string[]; count: number }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { where, values } = conditions(search)
  const { column, descending } = search.order ?? {
    column: "created_at",
    descending: true,
  }
  const { rows }: { rows: { id: string | null; total: string }[] } =
    await db.raw(
      `with found as (
         select s.id, row_number() over (
           order by s.${column} ${descending ? "desc" : "asc"}, s.id
         ) as place
         from order_set s where ${where}
       )
       select page.id, total.total
       from (select count(*) as total from found) total
       left join (select * from found order by place limit ? offset ?) page on true
       order by page.place`,
      [...values, search.limit, search.offset]
    )
  return {
    // The total comes alone when the page lies behind the last row.
    ids: rows.flatMap(({ id }) => id ?? []),
    count: Number(rows[0]?.total ?? 0),
  }
}

type Binding = string | Date | string[]

const orders =
  "select order_id from order_set_order where order_set_id = s.id and deleted_at is null"
const statusSql = {
  payment: paymentStatusSql({ orders, currency: "s.currency_code" }),
  fulfillment: fulfillmentStatusSql({ orders }),
}
const ofShare = "select 1 from order_set_order o where o.order_set_id = s.id"

function conditions(search: OrderSetSearch) {
  const all: [string, Binding[] | undefined][] = [
    ["s.id = any(?)", arrayOf(search.ids)],
    ["s.customer_id = any(?)", arrayOf(search.customer_ids)],
    [`exists (${ofShare} and o.order_id = any(?))`, arrayOf(search.order_ids)],
    [
      `exists (${ofShare} and o.seller_key = any(?))`,
      arrayOf(search.seller_ids),
    ],
    ["s.sales_channel_id = any(?)", arrayOf(search.sales_channel_ids)],
    [`${statusSql.payment} = any(?)`, arrayOf(search.payment_statuses)],
    [`${statusSql.fulfillment} = any(?)`, arrayOf(search.fulfillment_statuses)],
    ["s.created_at >= ?", dateOf(search.created_from)],
    ["s.created_at <= ?", dateOf(search.created_to)],
    ["s.updated_at >= ?", dateOf(search.updated_from)],
    ["s.updated_at <= ?", dateOf(search.updated_to)],
    [
      `(s.email ilike ? or s.id = ? or s.display_id::text = ? or exists (
         ${ofShare} and (o.order_id = ? or exists (select 1 from "order" placed
           where placed.id = o.order_id and placed.display_id::text = ?))))`,
      search.q
        ? [
            `%${search.q.replace(/[\\%_]/g, "\\$&")}%`,
            ...Array.from(
              { length: 4 },
              () => search.q?.replace(/^#/, "") ?? ""
            ),
          ]
        : undefined,
    ],
  ]
  const used = all.flatMap(([sql, values]) => (values ? [{ sql, values }] : []))
  return {
    where: [
      "s.deleted_at is null and s.status = 'placed'",
      ...used.map(({ sql }) => sql),
    ].join(" and "),
    values: used.flatMap(({ values }) => values),
  }
}

const arrayOf = (values?: string[]) => values && [values]
const dateOf = (date?: Date) => date && [date]
