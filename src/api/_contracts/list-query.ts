import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { pointInTime } from "./point-in-time"

const maxLimit = 10_000

const wholeNumber = z.coerce.number().int().min(0)
const texts = z.union([z.string(), z.array(z.string())]).optional()

/** `created_at[$gte]=…`; the edge of `/vendor` makes the same of JSON text. */
const period = z
  .looseObject({
    $gte: pointInTime.optional(),
    $gt: pointInTime.optional(),
    $lte: pointInTime.optional(),
    $lt: pointInTime.optional(),
  })
  .optional()

const schema = z.looseObject({
  limit: wholeNumber.max(maxLimit).optional(),
  offset: wholeNumber.optional(),
  order: z.string().optional(),
  q: z.string().optional(),
})

export type ListQuery<Column extends string> = {
  limit: number
  offset: number
  q?: string
  order?: { column: Column; descending: boolean }
  created_from?: Date
  created_to?: Date
  /** The values of one filter; undefined when it was not sent. */
  values: (key: string) => string[] | undefined
}

/**
 * Reads the query of a list of ours. Keys and sort columns that it does not
 * know are ignored, as clients send some.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value.
 */
export function listQuery<Column extends string>(
  query: unknown,
  columns: readonly Column[],
  defaultLimit = 50
): ListQuery<Column> {
  const parsed = schema.safeParse(query)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Query parameter '${path}' has a bad value`
    )
  }
  const { limit, offset, order, q } = parsed.data
  const created = periodOf(query, "created_at")
  const column = columns.find((name) => name === order?.replace(/^-/, ""))
  return {
    limit: limit ?? defaultLimit,
    offset: offset ?? 0,
    q: q?.trim() || undefined,
    order: column && { column, descending: !!order?.startsWith("-") },
    created_from: created.from,
    created_to: created.to,
    values: (key) => {
      const found = texts.safeParse(parsed.data[key]).data
      const listed = [found ?? []].flat().flatMap((text) => text.split(","))
      const kept = listed.map((text) => text.trim()).filter(Boolean)
      return kept.length ? kept : undefined
    },
  }
}

/** The page of such a list for Medusa's `query.graph`; newest first unless an order was sent. Rows that are alike keep one order from page to page. */
export function pageOf<Column extends string>({
  limit,
  offset,
  order,
}: Pick<ListQuery<Column>, "limit" | "offset" | "order">): {
  take: number
  skip: number
  order: Record<string, "ASC" | "DESC">
} {
  const { column, descending } = order ?? {
    column: "created_at",
    descending: true,
  }
  return {
    take: limit,
    skip: offset,
    order: {
      [column]: descending ? "DESC" : "ASC",
      id: descending ? "DESC" : "ASC",
    },
  }
}

/**
 * The two ends of a period that a query asks for.
 *
 * @throws MedusaError INVALID_DATA naming the parameter when an end is no date.
 */
export function periodOf(
  query: unknown,
  key: string
): { from?: Date; to?: Date } {
  const parsed = z.looseObject({ [key]: period }).safeParse(query)
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Query parameter '${parsed.error.issues[0]?.path.join(".") ?? key}' has a bad value`
    )
  }
  const found = parsed.data[key]
  return { from: found?.$gte ?? found?.$gt, to: found?.$lte ?? found?.$lt }
}
