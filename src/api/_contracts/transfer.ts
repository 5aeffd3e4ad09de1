import { z } from "@medusajs/framework/zod"
import { listQuery, pageOf } from "./list-query"

const period = z
  .strictObject({
    $gte: z.iso.datetime({ offset: true }).optional(),
    $lte: z.iso.datetime({ offset: true }).optional(),
  })
  .optional()

/** `POST /vendor/orders/export`: which orders; all of the seller's without a word. */
export const ExportOrders = z.strictObject({
  created_at: period,
  status: z.array(z.string().max(40)).max(20).optional(),
})
export type ExportOrders = z.infer<typeof ExportOrders>

const columns = [
  "id",
  "kind",
  "status",
  "total",
  "done",
  "failed",
  "error",
  "created_at",
  "finished_at",
] as const

/** What a client that asks for a transfer now and then reads of it. */
export const transferColumns: string[] = [...columns]

type Shown = Record<(typeof columns)[number], unknown>

/** The same of a row that has more. */
export function presentTransfer(row: Shown) {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}

export const transferRowColumns = [
  "line",
  "name",
  "outcome",
  "product_id",
  "request_id",
  "field",
  "reason",
]

/** `kind`, `status`; newest first. */
export function transferSearch(query: unknown) {
  const { limit, offset, order, values } = listQuery(query, ["created_at"])
  const kinds = values("kind")
  const statuses = values("status")
  return {
    ...{ limit, offset, kinds },
    pagination: pageOf({ limit, offset, order }),
    filters: { ...(statuses && { status: { $in: statuses } }) },
  }
}

/** `outcome`; in the order of the file. */
export function transferRowSearch(query: unknown) {
  const { limit, offset, values } = listQuery(query, [])
  const outcomes = values("outcome")
  return {
    ...{ limit, offset },
    pagination: { take: limit, skip: offset, order: { line: "ASC" as const } },
    filters: { ...(outcomes && { outcome: { $in: outcomes } }) },
  }
}
