import type { VendorRoute } from "./vendor-route"

/** A row and what the request put into the parameters of its path. */
export type VendorMatch = { row: VendorRoute; params: Record<string, string> }

type Entry = { row: VendorRoute; pattern: RegExp; names: string[] }

const table: Entry[] = []

const parameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "")

/** Static segments before parameters, from the left, as Medusa sorts its routes. */
const rank = (path: string) =>
  path
    .split("/")
    .map((segment) => (segment.startsWith(":") ? "1" : "0"))
    .join("")

/**
 * Adds rows to the gate's table. A host calls it in its `src/api/middlewares.ts`
 * for each route of its own under `/vendor`; without a row such a route answers 404.
 *
 * @throws Error when a path is not under `/vendor`, when a path parameter is not named in `owned`, or when the row exists.
 */
export function registerVendorRoutes(rows: readonly VendorRoute[]): void {
  for (const row of rows) {
    const name = `${row.method} ${row.path}`
    const names = parameters(row.path)
    const unnamed = names.filter((param) => !row.owned?.[param])
    if (!/^\/vendor(\/(:\w+|[\w-]+))+$/.test(row.path)) {
      throw new Error(`${name}: a vendor route's path is /vendor/…`)
    }
    if (unnamed.length) {
      throw new Error(
        `${name}: say in \`owned\` whose row ${unnamed.join(", ")} must be (an entity of src/scope/ownership.ts, or "reference")`
      )
    }
    if (findVendorRow(row.method, row.path)) {
      throw new Error(`${name} has two rows in the gate's table`)
    }
    // The same form as Express': any case, one slash may follow.
    const source = row.path.replace(/:\w+/g, "([^/]+?)")
    table.push({ row, pattern: new RegExp(`^${source}/?$`, "i"), names })
  }
  table.sort((a, b) => rank(a.row.path).localeCompare(rank(b.row.path)))
}

/** All rows, in the order in which they are tried. */
export function vendorRows(): readonly VendorRoute[] {
  return table.map(({ row }) => row)
}

/** The row of one method and Express path. */
export function findVendorRow(
  method: string,
  path: string
): VendorRoute | undefined {
  return table.find(({ row }) => row.method === method && row.path === path)
    ?.row
}

/**
 * The row that a request falls under.
 *
 * @param path - Without query, still encoded.
 * @throws URIError when a parameter is not valid percent-encoding.
 */
export function matchVendorRow(
  method: string,
  path: string
): VendorMatch | undefined {
  const verb = method === "HEAD" ? "GET" : method
  for (const { row, pattern, names } of table) {
    const found = row.method === verb && pattern.exec(path)
    if (found) {
      const values = found.slice(1).map(decodeURIComponent)
      const params = names.map((name, n) => [name, values[n] ?? ""] as const)
      return { row, params: Object.fromEntries(params) }
    }
  }
  return undefined
}
