import { dirname, join } from "node:path"
import type { AxiosRequestConfig } from "axios"
import { Client } from "pg"
import { publicSellerFields } from "../../src/api/_contracts/public-seller"
import { isRecord } from "../../src/api/_kit/record"
import { routeFiles } from "../../src/api/_kit/route-files"
import type { App } from "../app"
import { tally } from "./attacks"
import type { Scene } from "./fixtures"
import { relationPaths, typeNamed } from "./relations"

/** In every text of every table that only its seller or the operator reads. */
export const privateCanary = "PRIVATE9137"

const privateTables =
  "^(seller_(profile|member|invite|role|onboarding|document)|member|request|payout|ledger|statement|dispute|adjustment|balance)"
const fixedColumns =
  "(^id$|_id$|_ids$|status|type|kind|role|hash|currency|country|key$|state|provider)"

/** Writes the canary into as many columns as the constraints allow, and counts them. */
export async function plantPrivate({ dbConfig }: App): Promise<number> {
  const client = new Client({ connectionString: dbConfig.clientUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; column: string }>(
      `select c.table_name as name, c.column_name as column
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying')
         and c.table_name ~ $1 and c.column_name !~ $2`,
      [privateTables, fixedColumns]
    )
    let planted = 0
    for (const { name, column } of rows) {
      const update = `update "${name}" set "${column}" = coalesce("${column}", '') || '${privateCanary}'`
      planted += await client.query(update).then(
        ({ rowCount }) => (rowCount ? 1 : 0),
        // A constraint or a guard of the table keeps its words.
        () => 0
      )
    }
    return planted
  } finally {
    await client.end()
  }
}

const packSize = 120

/** `fields` of a few requests that together ask for every relation path to depth three. */
export function fieldPacks(path: string): string[] {
  const words = path
    .split("/")
    .slice(2)
    .filter((segment) => segment && !segment.startsWith(":"))
    .map((segment) => segment.replaceAll("-", "_"))
    .reverse()
  const type = words.map(typeNamed).find(Boolean) ?? "Seller"
  const paths = relationPaths(type)
  const packs: string[] = []
  for (let at = 0; at < paths.length || !at; at += packSize) {
    packs.push(
      `fields=${paths
        .slice(at, at + packSize)
        .map((name) => `*${name}`)
        .join(",")}`
    )
  }
  return packs
}

const medusasStore = join(
  dirname(require.resolve("@medusajs/medusa/package.json")),
  "dist/api/store"
)
const ownStore = join(__dirname, "../../src/api/store")

/** Every GET route under `/store`, Medusa's and ours. */
export const storeReads = (): string[] => [
  ...new Set(
    [medusasStore, ownStore]
      .flatMap((directory) => routeFiles(directory, "/store"))
      .filter(({ method }) => method === "GET")
      .map(({ path }) => path)
  ),
]

/** Reads one store route with every relation path; nothing private and no error may come back. */
export async function crawlStore(
  app: App,
  path: string,
  { scene, as }: { scene: Scene; as: AxiosRequestConfig }
): Promise<void> {
  for (const url of urlsOf(path, scene)) {
    for (const fields of fieldPacks(path)) {
      const res = await app.api.get(
        `${url}${url.includes("?") ? "&" : "?"}${fields}`,
        as
      )
      tally.cases += 1
      tally.errors += res.status >= 500 ? 1 : 0
      const leaked = JSON.stringify(res.data ?? null).includes(privateCanary)
      tally.leaked += leaked ? 1 : 0
      const about = `${url}?${fields.slice(0, 200)}`
      const message = res.status >= 500 ? res.data : undefined
      const more = namesOfSellers(res.data).filter((name) => !isPublic(name))
      expect({ about, leaked, message, more }).toEqual({
        about,
        leaked: false,
        message: undefined,
        more: [],
      })
    }
  }
}

const isPublic = (name: string) =>
  [...publicSellerFields, "store_status", "reviews"].some((one) => one === name)

/** What answers say of sellers, wherever one stands in them. */
function namesOfSellers(node: unknown): string[] {
  if (typeof node !== "object" || node === null) {
    return []
  }
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === "seller" && isRecord(value) ? Object.keys(value) : []),
    ...namesOfSellers(value),
  ])
}

function urlsOf(path: string, { own, foreign, world }: Scene): string[] {
  const ids: Record<string, string[]> = {
    products: [own.product, foreign.product],
    "product-variants": [own.product_variant],
    orders: [own.order, foreign.order],
    regions: [world.regionId],
    seller: ["bob-s-parts"],
  }
  const resource = path.split("/")[2] ?? ""
  const queries: Record<string, string> = {
    "/store/products": `?region_id=${world.regionId}`,
    "/store/payment-providers": `?region_id=${world.regionId}`,
  }
  if (!path.includes(":")) {
    return [`${path}${queries[path] ?? ""}`]
  }
  return (ids[resource] ?? ["none"]).map((id) => path.replace(/:\w+/g, id))
}
