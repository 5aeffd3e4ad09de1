import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What may be read of a resource, and how it may be asked for. */
export type View = {
  /** Every path that leaves the server; a relation stands for its own columns, not for what hangs below it. */
  fields: readonly string[]
  /** What an answer holds when `fields` is absent; `+x`, `*x` and `-x` change it. Among `fields`. */
  defaults: readonly string[]
  /** First names in an answer that are no fields: made of others, or added by Medusa's handler. */
  derived?: readonly string[]
  /** Columns that are kept back on purpose. */
  hidden?: readonly string[]
  /** Columns to sort by. */
  sort: readonly string[]
  /** Query keys that filter, all known to Medusa's validator; any other key is ignored. See `filtersOf`. */
  filters: readonly string[]
  /** Columns that `q` looks into, where Medusa's own entity has none to search: it ignores `q` there (2.21). */
  search?: readonly string[]
  /** Filters whose text `null` means "none". */
  nullable?: readonly string[]
  /** How a list is sorted unless the client says. Default: newest first, where `created_at` may be sorted by. */
  order?: string
  /** Medusa's validator knows neither `fields` nor paging here. */
  fixed?: boolean
  /** Rows of a list when `limit` is absent. Default `wholeList`. */
  defaultLimit?: number
  /** Medusa always answers the whole list. */
  unpaged?: boolean
}

/** What nearly every entity of Medusa can be sorted by. */
export const commonSort = ["id", "created_at", "updated_at"] as const
/** What nearly every admin list of Medusa filters by. */
export const commonFilters = ["id", "q", "created_at", "updated_at"] as const

/** The name of a relation or column, whichever of Medusa's spellings was used. */
const bare = (field: string) =>
  field.replace(/^[+\- *]+/, "").replace(/(\.\*)+$/, "")

/** The first names of all that a view lets out. */
export const rootsOf = ({ fields, defaults }: View): string[] => {
  const names = [...fields, ...defaults].map(
    (field) => bare(field).split(".")[0] ?? ""
  )
  return [...new Set(["id", ...names])].sort()
}

/** Keys of Medusa's validators that are no filters, or that would widen what a seller reads. */
const closed = new Set([
  ...["fields", "limit", "offset", "order"],
  ...["$and", "$or", "with_deleted", "deleted_at", "seller"],
])

/**
 * The filters of one of Medusa's list validators, so that a filter which a newer
 * Medusa knows is here as well.
 *
 * @param but - Those that would say something of rows which are not the seller's.
 */
export function filtersOf(
  validator: z.ZodType,
  but: readonly string[] = []
): string[] {
  return keysOf(validator).filter(
    (key) => !closed.has(key) && !but.includes(key)
  )
}

function keysOf(validator: z.ZodType): string[] {
  // A validator with a transform is a pipe that begins with the object.
  const object = validator instanceof z.ZodPipe ? validator.in : validator
  if (!(object instanceof z.ZodObject)) {
    throw new Error("The filters of this validator of Medusa cannot be read")
  }
  return Object.keys(object.shape)
}

/**
 * Rewrites the query before Medusa's strict validator sees it: unknown keys and
 * field names go, defaults are ours.
 *
 * @param filters - What a list may be filtered by; `null` for a single row.
 */
export function shapeQuery(
  view: View,
  filters: readonly string[] | null
): MiddlewareFunction {
  const allowed = new Set(view.fields.map(bare))
  const known = new Set(filters)
  const defaultOrder =
    view.order ?? (view.sort.includes("created_at") ? "-created_at" : undefined)
  return function shapeViewQuery(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { fields, limit, offset, order = defaultOrder, ...rest } = req.query
    const query: Record<string, unknown> = view.fixed
      ? {}
      : { fields: shapeFields(fields, view, allowed) }
    for (const [key, value] of Object.entries(rest)) {
      if (known.has(key)) {
        query[key] = value
      }
    }
    if (filters && !view.fixed) {
      if (!view.unpaged) {
        Object.assign(query, { limit, offset })
      }
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
    } else {
      columnsUnder(bare(name), allowed).forEach((field) => fields.add(field))
    }
  }
  // One entry without modifier is what makes Medusa's parser replace its defaults.
  return ["id", ...fields].join(",")
}

/** A relation that may not be read whole stands for the columns of it that may. */
function columnsUnder(relation: string, allowed: Set<string>): string[] {
  const depth = relation.split(".").length + 1
  return [...allowed].filter(
    (field) =>
      field.startsWith(`${relation}.`) && field.split(".").length === depth
  )
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

/**
 * After Medusa's validators: whatever they allowed on their own is cut back to
 * the view, and rows that sort alike keep one order from page to page.
 */
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
      const { order } = req.queryConfig.pagination
      if (order && !("id" in order) && view.sort.includes("id")) {
        order.id = Object.values(order)[0] ?? "ASC"
      }
    }
    searchColumns(req.filterableFields, view.search ?? [])
    for (const key of view.nullable ?? []) {
      if (req.filterableFields[key] === "null") {
        req.filterableFields[key] = null
      }
    }
    next()
  }
}

function searchColumns(
  filters: Record<string, unknown> = {},
  columns: readonly string[]
): void {
  const { q } = filters
  if (typeof q === "string" && columns.length) {
    delete filters.q
    const part = `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`
    filters.$or = columns.map((column) => ({ [column]: { $ilike: part } }))
  }
}
