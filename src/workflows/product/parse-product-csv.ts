import {
  CSVNormalizer,
  MedusaError,
  productValidators,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CsvError, parse } from "csv-parse/sync"

/** Rows of one file, one a variant. */
const maxRows = 5000

export type ParsedProducts = {
  create: z.infer<typeof productValidators.CreateProduct>[]
  update: z.infer<typeof productValidators.UpdateProduct>[]
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
  const rows = readRows(text)
  if (!rows.length || rows.length > maxRows) {
    refuse(`A file holds 1 to ${maxRows} rows`)
  }
  const { toCreate, toUpdate } = new CSVNormalizer(
    rows.map((row, n) => CSVNormalizer.preProcess(row, n + 1))
  ).proccess()
  return {
    create: Object.values(toCreate).map((product) =>
      validated(productValidators.CreateProduct, product)
    ),
    update: Object.values(toUpdate).map((product) =>
      validated(productValidators.UpdateProduct, product)
    ),
  }
}

function readRows(text: string): Record<string, string>[] {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      to: maxRows + 1,
    })
  } catch (error) {
    // Its words say where the file is no CSV; unread it would be a 500.
    if (error instanceof CsvError) {
      refuse(error.message)
    }
    throw error
  }
}

const named = z.object({ handle: z.string() })

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
