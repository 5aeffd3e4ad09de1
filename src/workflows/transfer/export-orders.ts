import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { stringify } from "csv-stringify/sync"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type {
  TransferModuleService,
  TransferRecord,
} from "../../modules/transfer/service"
import { toSellerId } from "../../scope/seller-id"
import { keepUntil } from "../document/keep-until"
import { storeDocumentsWorkflow } from "../document/store-documents"
import { listSellerOrders } from "../order/list-seller-orders"

const pageSize = 200

const wanted = z.object({ filters: z.record(z.string(), z.unknown()) })

/** What a line of the file says: one of an order's items. */
const columns = [
  ["Order", "display_id"],
  ["Date", "created_at"],
  ["Status", "status"],
  ["Payment", "payment_status"],
  ["Fulfilment", "fulfillment_status"],
  ["Currency", "currency_code"],
  ["Total", "total"],
  ["E-mail", "email"],
] as const

const itemColumns = [
  ["Product", "product_title"],
  ["Variant", "variant_title"],
  ["SKU", "variant_sku"],
  ["Quantity", "quantity"],
  ["Unit price", "unit_price"],
] as const

const fields = [
  "id",
  ...columns.map(([, field]) => field),
  ...itemColumns.map(([, field]) => `items.${field}`),
]

type Row = Record<string, unknown>

/** The seller's orders, a line an item, oldest first; cells hold no formulas. */
export async function exportOrders(
  container: MedusaContainer,
  transfer: TransferRecord
): Promise<string> {
  const transfers = container.resolve<TransferModuleService>(TRANSFER_MODULE)
  const { id, seller_id, input } = transfer
  const { filters } = wanted.parse(input)
  const parts = [line([...columns, ...itemColumns].map(([title]) => title))]
  for (let skip = 0, total = 1; skip < total; skip += pageSize) {
    const { orders, count } = await listSellerOrders(container, {
      seller_id: toSellerId(seller_id),
      // The query layer changes what it is given.
      filters: structuredClone(filters),
      order: { created_at: "ASC" },
      ...{ fields, take: pageSize, skip },
    })
    total = count
    parts.push(...orders.flatMap(linesOf))
    const done = Math.min(skip + pageSize, total)
    await transfers.advanceTransfer({ id, total, done })
  }
  return await store(container, transfer, Buffer.from(parts.join("")))
}

function linesOf(order: Row): string[] {
  const cells = columns.map(([, field]) => order[field])
  const items = Array.isArray(order.items) ? order.items : []
  return items.map((item: Row) =>
    line([...cells, ...itemColumns.map(([, field]) => item[field])])
  )
}

/** A spreadsheet runs what begins so: `=`, `+`, `-` or `@`. */
const line = (cells: unknown[]) =>
  stringify([cells.map(plain)], { escape_formulas: true })

/** Amounts come as numbers or as Medusa's big numbers, times as dates. */
function plain(cell: unknown): string | number {
  if (cell instanceof Date) {
    return cell.toISOString()
  }
  if (typeof cell === "number") {
    return cell
  }
  const numeric = z.looseObject({ numeric: z.number() }).safeParse(cell)
  return numeric.success
    ? numeric.data.numeric
    : typeof cell === "string"
      ? cell
      : ""
}

async function store(
  container: MedusaContainer,
  { seller_id, member_id }: TransferRecord,
  content: Buffer
): Promise<string> {
  const { result } = await storeDocumentsWorkflow(container).run({
    input: {
      owner: { seller_id },
      ...{ uploaded_by_type: "member", uploaded_by_id: member_id },
      purpose: "transfer",
      keep_until: keepUntil(container),
      files: [
        {
          ...{ name: "orders.csv", mime_type: "text/csv", extension: "csv" },
          ...{ bytes: content.length, content: content.toString("base64") },
        },
      ],
    },
  })
  return result[0]?.id ?? ""
}
