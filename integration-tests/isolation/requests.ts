import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from "axios"
import { isRecord } from "../../src/api/_kit/record"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"

/** One request to a route: what stands in the path, the query and the body. */
export type Call = {
  params?: Record<string, string>
  query?: string
  body?: unknown
}

export const nameOf = (row: VendorRoute) => `${row.method} ${row.path}`

/** Sends a call; DELETE carries no body. */
export function send(
  api: AxiosInstance,
  row: VendorRoute,
  { call, as }: { call: Call; as: AxiosRequestConfig }
): Promise<AxiosResponse> {
  const path = row.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(call.params?.[name] ?? "none")
  )
  return api.request({
    ...as,
    method: row.method,
    url: `${path}${call.query ? `?${call.query}` : ""}`,
    ...(row.method === "POST" && asJson(call.body ?? {}, as)),
  })
}

/** Also a body that is no object; the client's library would not send it. */
export const asJson = (
  body: unknown,
  { headers }: AxiosRequestConfig
): AxiosRequestConfig => ({
  data: JSON.stringify(body),
  headers: { ...headers, "content-type": "application/json" },
})

const unique = new Set(
  "title name code handle sku value campaign_identifier".split(" ")
)

/** The same call for another thing: what must be unique is. */
export function renamed({ body, ...call }: Call, suffix = "2"): Call {
  return { ...call, body: suffix ? renamedIn(body, suffix) : body }
}

function renamedIn(node: unknown, suffix: string): unknown {
  if (Array.isArray(node)) {
    return node.map((item) => renamedIn(item, suffix))
  }
  if (!isRecord(node)) {
    return node
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      unique.has(key) && typeof value === "string"
        ? `${value}${suffix}`
        : renamedIn(value, suffix),
    ])
  )
}

/** Does the work for every item, some at a time; all that failed is told at the end. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  width = 8
): Promise<void> {
  const waiting = [...items]
  const failed: unknown[] = []
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      await work(item).catch((error: unknown) => failed.push(error))
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  if (failed.length) {
    throw new AggregateError(failed, failed.map(String).join("\n"))
  }
}

type Node = Record<string, unknown>

/** The body with `id` at the path, once instead of the own id and, in lists, once beside it. */
export function withIdAt(body: unknown, path: string, id: string): unknown[] {
  const replaced = structuredClone(body)
  setFirst(replaced, path.split("."), id)
  if (!path.includes("[]")) {
    return [replaced]
  }
  const mixed = structuredClone(body)
  appendWith(mixed, path.split("."), id)
  return [replaced, mixed]
}

function setFirst(
  node: unknown,
  [segment = "", ...rest]: string[],
  id: string
) {
  const parent = node as Node
  const key = segment.replace("[]", "")
  const isList = segment.endsWith("[]")
  if (!rest.length) {
    parent[key] = isList ? [id, ...(parent[key] as unknown[]).slice(1)] : id
    return
  }
  setFirst(isList ? (parent[key] as unknown[])[0] : parent[key], rest, id)
}

function appendWith(node: unknown, path: string[], id: string) {
  const last = path.map((segment) => segment.endsWith("[]")).lastIndexOf(true)
  const parent = path.slice(0, last).reduce<unknown>((inner, segment) => {
    const value = (inner as Node)[segment.replace("[]", "")]
    return segment.endsWith("[]") ? (value as unknown[])[0] : value
  }, node) as Node
  const list = parent[(path[last] ?? "").replace("[]", "")] as unknown[]
  const rest = path.slice(last + 1)
  const copy = structuredClone(list[0])
  if (rest.length) {
    setFirst(copy, rest, id)
  }
  list.push(rest.length ? copy : id)
}
