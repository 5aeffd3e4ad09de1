import { MedusaError } from "@medusajs/framework/utils"
import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"

export type CsvRow = Record<string, string>

/** What the columns of a file say: handle of the attribute → its values; none where the cells are empty. */
export type FileAttributes = Record<string, string[]>

/** What a product of a file says beside what Medusa reads; absent: the file has no such column. */
export type WithAttributes = { attributes?: FileAttributes }

/** `Product Attribute material`; of several values `Product Attribute use 1`, `… 2`, as Medusa's tags. */
const title = "Product Attribute"
const column = /^product attribute ([\w-]+)(?: \d+)?$/i
/** A spreadsheet runs what begins so, but for numbers. */
const formula = /^[=+\-@\t\r](?![\d.]+$)/

/** Medusa 2.21 writes them into its files and does not read them. */
const unread = ["variant thumbnail"]

/** Parts a row into what Medusa reads and what it says of attributes. */
export function takeAttributes(row: CsvRow): {
  row: CsvRow
  attributes: FileAttributes
} {
  const rest: CsvRow = {}
  const attributes: FileAttributes = {}
  for (const [name, cell] of Object.entries(row)) {
    const handle = column.exec(name.trim())?.[1]?.toLowerCase()
    if (handle === undefined) {
      if (!unread.includes(name.trim().toLowerCase())) {
        rest[name] = cell
      }
      continue
    }
    const values = (attributes[handle] ??= [])
    const value = cell.trim().replace(/^'(?=[=+\-@])/, "")
    if (value && !values.includes(value)) {
      values.push(value)
    }
  }
  return { row: rest, attributes }
}

/** The rows of one product together: Medusa writes what is the product's into each. */
export function mergeAttributes(rows: FileAttributes[]): WithAttributes {
  const attributes: FileAttributes = {}
  for (const row of rows) {
    for (const [handle, values] of Object.entries(row)) {
      attributes[handle] = [
        ...new Set([...(attributes[handle] ?? []), ...values]),
      ]
    }
  }
  return Object.keys(attributes).length ? { attributes } : {}
}

export type ExportedValue = {
  product_id: string
  handle: string
  value: string
}

/**
 * Medusa's product CSV with a column for each attribute that its products have.
 *
 * @throws MedusaError UNEXPECTED_STATE when Medusa writes no ids any more.
 */
export function addAttributeColumns(
  csv: string,
  values: readonly ExportedValue[]
): string {
  if (!values.length) {
    return csv
  }
  const byProduct = new Map<string, FileAttributes>()
  const widths = new Map<string, number>()
  for (const { product_id, handle, value } of values) {
    const product = byProduct.get(product_id) ?? {}
    byProduct.set(product_id, product)
    const cells = (product[handle] ??= [])
    cells.push(value)
    widths.set(handle, Math.max(widths.get(handle) ?? 0, cells.length))
  }
  const columns = [...widths].sort().flatMap(([handle, width]) =>
    Array.from({ length: width }, (_, n) => ({
      handle,
      n,
      name: `${title} ${handle}${width > 1 ? ` ${n + 1}` : ""}`,
    }))
  )
  const [head = [], ...lines]: string[][] = parse(csv, { bom: true })
  const idAt = head.indexOf("Product Id")
  if (idAt < 0) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Medusa's export has no column 'Product Id'"
    )
  }
  return stringify([
    [...head, ...columns.map(({ name }) => name)],
    ...lines.map((line) => [
      ...line,
      ...columns.map(({ handle, n }) =>
        plain(byProduct.get(line[idAt] ?? "")?.[handle]?.[n] ?? "")
      ),
    ]),
  ])
}

const plain = (value: string) => (formula.test(value) ? `'${value}` : value)
