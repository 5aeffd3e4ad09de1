import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** What may be read of a resource, and how it may be asked for. */
export type View = {
  /** Every path that leaves the server; a relation stands for its own columns, not for what hangs below it. */
  fields: readonly string[]
  /** What an answer holds when `fields` is absent; `+x`, `*x` and `-x` change it. Among `fields`. */
  defaults: readonly string[]
  /** Columns to sort by. */
  sort: readonly string[]
  /** Query keys that filter, all known to Medusa's validator; any other key is ignored. */
  filters: readonly string[]
  /** Rows of a list when `limit` is absent. Default 50. */
  defaultLimit?: number
}

const maxLimit = 9999

/** What nearly every entity of Medusa can be sorted by. */
export const commonSort = ["id", "created_at", "updated_at"] as const
/** What nearly every admin list of Medusa filters by. */
export const commonFilters = ["id", "q", "created_at", "updated_at"] as const

/** The name of a relation or column, whichever of Medusa's spellings was used. */
const bare = (field: string) =>
  field.replace(/^[+\- *]+/, "").replace(/(\.\*)+$/, "")

/**
 * Rewrites the query before Medusa's strict validator sees it: unknown keys and
 * field names go, text that is JSON becomes an operator map, defaults are ours.
 *
 * @param filters - What a list may be filtered by; `null` for a single row.
 */
export function shapeQuery(
  view: View,
  filters: readonly string[] | null
): MiddlewareFunction {
  const allowed = new Set(view.fields.map(bare))
  const known = new Set(filters)
  return function shapeViewQuery(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { fields, limit, offset, order, ...rest } = req.query
    const query: Record<string, unknown> = {
      fields: shapeFields(fields, view, allowed),
    }
    for (const [key, value] of Object.entries(rest)) {
      if (known.has(key)) {
        query[key] = decoded(value)
      }
    }
    if (filters) {
      query.limit = String(wholeNumber("limit", limit, view.defaultLimit ?? 50))
      query.offset = String(wholeNumber("offset", offset, 0))
      if (order !== undefined && order !== "") {
        query.order = sortColumn(order, view)
      }
    }
    Object.assign(req, { query })
    next()
  }
}

/** A plain list, so that Medusa's own defaults are replaced and not extended. */
function shapeFields(asked: unknown, view: View, allowed: Set<string>): string {
  const names = (Array.isArray(asked) ? asked : [asked])
    .filter((text): text is string => typeof text === "string")
    .flatMap((text) => text.split(","))
    .filter((name) => name.trim())
  const replaces = names.some((name) => !/^[+\- *]|\.\*$/.test(name))
  const fields = new Set(replaces ? ["id"] : view.defaults)
  for (const name of names) {
    if (name.startsWith("-") && !replaces) {
      for (const field of fields) {
        if (
          bare(field) === bare(name) ||
          bare(field).startsWith(`${bare(name)}.`)
        ) {
          fields.delete(field)
        }
      }
    } else if (allowed.has(bare(name))) {
      const isRelation = /^[+ ]*\*|\.\*$/.test(name)
      fields.add(isRelation ? `*${bare(name)}` : bare(name))
    }
  }
  // One entry without modifier is what makes Medusa's parser replace its defaults.
  return ["id", ...fields].join(",")
}

function sortColumn(order: unknown, view: View): string {
  const column = typeof order === "string" ? order.replace(/^-/, "") : ""
  if (typeof order !== "string" || !view.sort.includes(column)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Order field ${column} is not valid`
    )
  }
  return order
}

function wholeNumber(key: string, value: unknown, fallback: number): number {
  if (value === undefined || value === "") {
    return fallback
  }
  if (typeof value !== "string" || !/^\d{1,9}$/.test(value)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${key} takes a whole number`
    )
  }
  return key === "limit" ? Math.min(Number(value), maxLimit) : Number(value)
}

/** Panels send operator maps as JSON text in one parameter. */
function decoded(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("{")) {
    return value
  }
  try {
    return JSON.parse(value)
  } catch {
    // A search text may begin with a brace.
    return value
  }
}

/** After Medusa's validators: whatever they allowed on their own is cut back to the view. */
export function keepToView(view: View): MiddlewareFunction {
  const allowed = new Set(view.fields.map(bare))
  return function intersectFields(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    if (req.queryConfig) {
      req.queryConfig.fields = req.queryConfig.fields.filter((field) =>
        allowed.has(bare(field))
      )
    }
    next()
  }
}
