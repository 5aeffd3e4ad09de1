import {
  CSVNormalizer,
  MedusaError,
  productValidators,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CsvError, parse } from "csv-parse/sync"
import {
  mergeAttributes,
  takeAttributes,
  type CsvRow,
  type FileAttributes,
  type WithAttributes,
} from "./attribute-columns"

/** Rows of one file, one a variant. */
const maxRows = 5000
/** The same of a file that is read in the background. */
const maxBackgroundRows = 20_000

export type ParsedProducts = {
  create: (z.infer<typeof productValidators.CreateProduct> & WithAttributes)[]
  update: (z.infer<typeof productValidators.UpdateProduct> & WithAttributes)[]
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

/**
 * Reads Medusa's product CSV with Medusa's own normaliser and validators.
 *
 * @throws MedusaError INVALID_DATA saying which row or field is wrong.
 */
export function parseProductCsv(text: string): ParsedProducts {
  const { toCreate, toUpdate, attributesOf } = normalised(
    readRows(text, maxRows),
    1
  )
  return {
    create: Object.entries(toCreate).map(([key, product]) => ({
      ...validated(productValidators.CreateProduct, product),
      ...attributesOf(key),
    })),
    update: Object.entries(toUpdate).map(([key, product]) => ({
      ...validated(productValidators.UpdateProduct, product),
      ...attributesOf(key),
    })),
  }
}

/** What Medusa's normaliser makes of rows, and what they say of attributes, by the product's id or else its handle. */
function normalised(rows: CsvRow[], line: number) {
  const taken = rows.map(takeAttributes)
  const read = taken.map(({ row }, n) =>
    CSVNormalizer.preProcess(row, line + n)
  )
  const { toCreate, toUpdate } = new CSVNormalizer(read).proccess()
  const said = new Map<string, FileAttributes[]>()
  for (const [n, { attributes }] of taken.entries()) {
    const key = keyOf(read[n] ?? {})
    said.set(key, [...(said.get(key) ?? []), attributes])
  }
  const attributesOf = (key: string) => mergeAttributes(said.get(key) ?? [])
  return { toCreate, toUpdate, attributesOf }
}

const keyOf = (row: Record<string, string | boolean | number>) =>
  String(row["product id"] || row["product handle"] || "")

/** One product of a file: where it begins (the head is line 1), what it is called, and what is wrong with it. */
export type FileProduct = {
  line: number
  name: string | null
} & ({ parsed: ParsedProducts } | { field: string | null; reason: string })

/**
 * Reads Medusa's product CSV product by product: one that is wrong does not
 * keep the others from being read.
 *
 * @throws MedusaError INVALID_DATA when the file is no CSV or has no or too many rows.
 */
export function readProductsOf(text: string): FileProduct[] {
  const groups = new Map<string, { line: number; rows: CsvRow[] }>()
  for (const [n, row] of readRows(text, maxBackgroundRows).entries()) {
    const lower = Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key.toLowerCase(), value])
    )
    const key =
      lower["product id"] || lower["product handle"] || `line ${n + 2}`
    const group = groups.get(key) ?? { line: n + 2, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ line, rows }) => ({
    line,
    ...readProduct(rows, line),
  }))
}

function readProduct(rows: CsvRow[], line: number) {
  try {
    const { toCreate, toUpdate, attributesOf } = normalised(rows, line)
    const [key = ""] = Object.keys({ ...toCreate, ...toUpdate })
    const [created] = Object.values(toCreate)
    const [updated] = Object.values(toUpdate)
    const { external_id, handle, id } = named.parse(updated ?? created ?? {})
    const name = external_id ?? handle ?? id ?? null
    const found = updated
      ? productValidators.UpdateProduct.safeParse(updated)
      : productValidators.CreateProduct.safeParse(created)
    if (!found.success) {
      const [issue] = found.error.issues
      const field = issue?.path.join(".") ?? null
      return { name, field, reason: issue?.message ?? "is not valid" }
    }
    const product = { ...found.data, ...attributesOf(key) }
    // One of the two validators has just said so.
    const parsed = {
      create: updated ? [] : [product],
      update: updated ? [product] : [],
    } as ParsedProducts
    return { name, parsed }
  } catch (error) {
    // The normaliser names the row that it cannot read; the next product goes on.
    if (MedusaError.isMedusaError(error)) {
      const [, field = null] = /"([^"]+)"/.exec(error.message) ?? []
      // It counts the rows of this product alone.
      const reason = error.message.replace(/^Row \d+: /, "")
      return { name: null, field, reason }
    }
    throw error
  }
}

function readRows(text: string, limit: number): CsvRow[] {
  const rows = parseRows(text, limit)
  if (!rows.length || rows.length > limit) {
    refuse(`A file holds 1 to ${limit} rows`)
  }
  return rows
}

function parseRows(text: string, limit: number): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      to: limit + 1,
    })
  } catch (error) {
    // Its words say where the file is no CSV; unread it would be a 500.
    if (error instanceof CsvError) {
      refuse(error.message)
    }
    throw error
  }
}

const named = z.object({
  id: z.string().optional(),
  handle: z.string().optional(),
  external_id: z.string().optional(),
})

function validated<T extends z.ZodType>(
  schema: T,
  product: unknown
): z.infer<T> {
  const parsed = schema.safeParse(product)
  if (parsed.success) {
    return parsed.data
  }
  const [issue] = parsed.error.issues
  const { handle = "" } = named.safeParse(product).data ?? {}
  return refuse(
    `Product ${handle}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not valid"}`
  )
}
