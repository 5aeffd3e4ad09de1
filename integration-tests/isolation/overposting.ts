import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import { isRecord } from "../../src/api/_kit/record"
import type { Attack } from "./attacks"
import type { Example } from "./examples/example"
import type { Scene } from "./fixtures"
import { columnsOf, typeNamed } from "./relations"
import { nameOf, renamed } from "./requests"
import { writable } from "./writable"

/** Names that the server keeps for itself, whatever the model. */
const internals: Record<string, unknown> = {
  id: "prod_01",
  created_by: "user_1",
  commission: 0,
  commission_rate: 0,
  balance: 100,
  currency_code: "usd",
  store_status: "ACTIVE",
  status: "published",
  role: "owner",
  is_owner: true,
  unit_price: 0,
  total: 0,
  version: 9,
  raw_amount: { value: "1" },
  display_id: 1,
  internal: { note: "x" },
}

const samples: Record<string, unknown> = {
  ID: "prod_01",
  String: "overposted",
  Int: 7,
  Float: 7,
  Boolean: true,
  DateTime: "2020-01-01T00:00:00.000Z",
  JSON: { overposted: true },
}

type Place = {
  path: string[]
  /** What the example says there. */
  held: string[]
  columns: Record<string, unknown>
}

/**
 * Sends every column of the models that a write is about, at every level of its
 * body, and says which were taken instead of refused.
 */
export async function takenColumns(
  row: VendorRoute,
  { attack, scene, example }: { attack: Attack; scene: Scene; example: Example }
): Promise<string[]> {
  if (row.method !== "POST") {
    return []
  }
  const [call = {}] = example.calls
  const foreign = { seller_id: scene.foreign.seller, seller: "x" }
  const taken: string[] = []
  const name = nameOf(row)
  for (const { path, held, columns } of placesOf(row, call.body ?? {})) {
    let left = Object.entries({ ...internals, ...columns, ...foreign }).filter(
      ([column]) =>
        !held.includes(column) && !writable(name, [...path, column].join("."))
    )
    const send = async (some: typeof left, suffix = "") => {
      const body = withColumns(call.body ?? {}, path, some)
      return attack.attempt(row, {
        call: renamed({ ...call, body }, suffix),
        as: example.as ?? "member",
      })
    }
    const isTaken = (names: typeof left) =>
      taken.push(...names.map(([column]) => [...path, column].join(".")))
    for (let named = true; named && left.length;) {
      const { status, data } = await send(left)
      if (status < 300) {
        isTaken(left)
        left = []
      }
      const refused = refusedNames(status, data)
      named = left.some(([column]) => refused.has(column))
      left = left.filter(([column]) => !refused.has(column))
    }
    for (const [n, column] of left.entries()) {
      const { status } = await send([column], String(n))
      if (status < 300) {
        isTaken([column])
      }
    }
  }
  return taken
}

/** The names in `Unrecognized fields: 'a, variants[].b'`. */
function refusedNames(status: number, data: unknown): Set<string> {
  const message = isRecord(data) ? String(data.message) : ""
  const [, names = ""] = /Unrecognized fields: '([^']*)'/.exec(message) ?? []
  return new Set(
    status === 400
      ? names.split(", ").map((path) => path.replace(/^.*[.\]]/, ""))
      : []
  )
}

/** The body itself and every object in it, each with columns of what its name says. */
function placesOf({ path }: VendorRoute, body: unknown): Place[] {
  const words = path
    .split("/")
    .slice(2)
    .filter((word) => !word.startsWith(":"))
    .map((word) => word.replaceAll("-", "_"))
  const known = (names: string[]) =>
    Object.fromEntries(
      names
        .flatMap((name) => typeNamed(name) ?? [])
        .flatMap(columnsOf)
        .map(([name, scalar]) => [name, samples[scalar]])
    )
  const top = known(words)
  const inside = (node: unknown, at: string[]): Place[] =>
    Object.entries(isRecord(node) ? node : {}).flatMap(([key, value]) => {
      const inner = Array.isArray(value) ? value[0] : value
      const here = [...at, key]
      // Their keys are the seller's own words; a variant's options are such a map.
      const isFree =
        ["metadata", "data"].includes(key) ||
        (key === "options" && isRecord(value))
      return isRecord(inner) && !isFree
        ? [
            { path: here, held: Object.keys(inner), columns: known([key]) },
            ...inside(inner, here),
          ]
        : []
    })
  const held = isRecord(body) ? Object.keys(body) : []
  return [{ path: [], held, columns: top }, ...inside(body, [])]
}

/** A copy of the body with more columns in the object at the path, unless it has them. */
function withColumns(
  body: unknown,
  path: string[],
  columns: [string, unknown][]
): unknown {
  const copy: unknown = structuredClone(body)
  const at = path.reduce<unknown>((node, key) => {
    const inner = isRecord(node) ? node[key] : undefined
    return Array.isArray(inner) ? inner[0] : inner
  }, copy)
  if (isRecord(at)) {
    for (const [name, value] of columns) {
      at[name] = value
    }
  }
  return copy
}
