import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { asQuery, valuesWith } from "./fuzz"

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
}

type Documented = {
  parameters: { name: string; in: string }[]
  requestBody?: { content: { "application/json": { schema: Schema } } }
}

/** One request to a route of ours outside `/vendor`. */
export type OwnRequest = { method: string; url: string; body?: unknown }

const file = join(__dirname, "../../docs/openapi.json")

/** Requests to every route of ours under the prefix, right by their schemas but for what is odd in them. */
export function ownRequests(
  prefix: string,
  ids: readonly string[]
): fc.Arbitrary<OwnRequest>[] {
  const { paths }: { paths: Record<string, Record<string, Documented>> } =
    JSON.parse(readFileSync(file, "utf8"))
  const odd = valuesWith(ids)
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(prefix))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { requestBody }]) => {
        const schema = requestBody?.content["application/json"].schema
        return fc
          .record({
            inPath: fc.array(fc.constantFrom("none", ...ids), {
              ...{ minLength: 2, maxLength: 2 },
            }),
            query: fc.array(
              fc.tuple(fc.constantFrom(...queryKeys), odd, fc.boolean()),
              { maxLength: 3 }
            ),
            body: schema ? likely(schema, odd) : fc.constant(undefined),
          })
          .map(({ inPath, query, body }) => ({
            method,
            body,
            url: `${path.replace(/\{\w+\}/g, () => encodeURIComponent(inPath.shift() ?? "none"))}?${query
              .map((pair) => asQuery(...pair))
              .join("&")}`,
          }))
      })
    )
}

const queryKeys =
  "limit offset order q fields status type kind seller_id order_id created_at updated_at start_date end_date currency_code time_from id $and $or".split(
    " "
  )

/** A value of the schema, and now and then any other. */
function likely(
  schema: Schema,
  odd: fc.Arbitrary<unknown>
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fitting(schema, odd) },
    { weight: 1, arbitrary: odd }
  )
}

function fitting(
  schema: Schema,
  odd: fc.Arbitrary<unknown>
): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.length) {
    return fc.oneof(...choices.map((choice) => fitting(choice, odd)))
  }
  if (schema.allOf?.length) {
    return fc
      .tuple(...schema.allOf.map((part) => fitting(part, odd)))
      .map((parts) => Object.assign({}, ...parts) as unknown)
  }
  if (schema.enum || "const" in schema) {
    return fc.constantFrom(...(schema.enum ?? [schema.const]))
  }
  switch ([schema.type].flat()[0]) {
    case "object": {
      const inner = Object.entries(schema.properties ?? {}).map(
        ([name, property]) => [name, likely(property, odd)] as const
      )
      return fc.record(Object.fromEntries(inner), { requiredKeys: [] })
    }
    case "array":
      return fc.array(likely(schema.items ?? {}, odd), { maxLength: 3 })
    case "integer":
      return fc.integer({ min: -1, max: 1000 })
    case "number":
      return fc.oneof(fc.integer({ min: -1, max: 200 }), fc.double())
    case "boolean":
      return fc.boolean()
    case "string":
      return fc.oneof(
        odd.filter((value) => typeof value === "string"),
        fc.constantFrom("eur", "de", "10", "Some text", "2026-01-31T00:00:00Z")
      )
    case "null":
      return fc.constant(null)
    default:
      return odd
  }
}
