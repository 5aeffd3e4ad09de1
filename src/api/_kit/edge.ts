import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { reshape, type Shape } from "./shape"
import type { VendorRoute } from "./vendor-route"
import type { VendorMatch } from "./vendor-table"

const maxDepth = 50
const maxLimit = 10_000

/** Keys whose text is a text, even if it begins with a brace. */
const texts = new Set(["q", "fields", "order"])

const badRequest = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/**
 * Everything under `/vendor` in one form, whoever sends it: operator maps that
 * came as JSON text are maps, a list's `limit` and `offset` are whole numbers,
 * an empty body is `{}`.
 *
 * @throws MedusaError INVALID_DATA for what no later part can read.
 */
export function normaliseRequest(req: MedusaRequest, row: VendorRoute): void {
  ensureReadable([req.query, req.body])
  const query: Record<string, unknown> = Object.fromEntries(
    Object.entries(req.query).map(([key, value]) => [
      key,
      texts.has(key) ? value : decoded(value),
    ])
  )
  if (row.list) {
    const { limit, offset } = query
    const rows = Math.min(wholeNumber("limit", limit, row.list), maxLimit)
    query.limit = String(rows)
    query.offset = String(wholeNumber("offset", offset, 0))
  }
  Object.assign(req, { query })
  req.body ??= {}
}

/** Panels send operator maps as JSON text in one parameter. */
function decoded(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("{")) {
    return value
  }
  try {
    const parsed: unknown = JSON.parse(value)
    ensureReadable(parsed)
    return parsed
  } catch (error) {
    if (error instanceof SyntaxError) {
      return value
    }
    throw error
  }
}

function wholeNumber(key: string, value: unknown, fallback: number): number {
  if (value === undefined || value === "") {
    return fallback
  }
  if (typeof value !== "string" || !/^\d{1,9}$/.test(value)) {
    throw badRequest(`${key} takes a whole number`)
  }
  return Number(value)
}

/**
 * PostgreSQL cannot hold a zero byte and breaks off the statement; what is
 * nested without end would break off whoever walks it.
 *
 * @throws MedusaError INVALID_DATA for either.
 */
export function ensureReadable(value: unknown, depth = 0): void {
  if (typeof value === "string" && value.includes("\0")) {
    throw badRequest("A text must not contain a zero byte")
  }
  if (typeof value !== "object" || value === null) {
    return
  }
  if (depth > maxDepth) {
    throw badRequest(`Nothing may be nested deeper than ${maxDepth} levels`)
  }
  for (const [key, inner] of Object.entries(value)) {
    ensureReadable(key, depth)
    ensureReadable(inner, depth + 1)
  }
}

/** What classic clients send becomes what the handler expects, before any id in it is checked. */
export async function shapeRequest(
  req: MedusaRequest,
  { row, params }: VendorMatch
): Promise<void> {
  const of = { req, params }
  if (row.bodyShape) {
    req.body = await reshape(req.body, row.bodyShape, of)
  }
  if (row.queryShape) {
    Object.assign(req, { query: await reshape(req.query, row.queryShape, of) })
  }
}

/** What the handler answers becomes what clients read; refusals stay as they are. */
export function answersIn(
  shapes: Shape | readonly Shape[]
): MiddlewareFunction {
  return function shapeAnswer(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const json = res.json.bind(res)
    res.json = (body) => {
      res.json = json
      if (res.statusCode >= 400) {
        return json(body)
      }
      reshape(body, shapes, { req, params: req.params })
        .then((shaped) => json(shaped))
        .catch(next)
      return res
    }
    next()
  }
}
