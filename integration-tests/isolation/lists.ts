import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import { isRecord } from "../../src/api/_kit/record"
import type { Attack } from "./attacks"
import type { Call } from "./requests"

type Row = Record<string, unknown>
type List = { rows: Row[]; count: number; limit: number; offset: number }
type Read = (query: string) => Promise<List | undefined>

/** What a list's words are found by. */
const searched = ["title", "name", "code", "email", "value", "sku", "label"]

/**
 * Asks a list for pages, sorted rows, fewer fields, rows by every filter that
 * its rows have a value for, and rows by text; all of it must agree with the
 * whole list.
 *
 * @returns What did not, one text each; undefined for a route that is no list.
 */
export async function listProblems(
  row: VendorRoute,
  { attack, call }: { attack: Attack; call: Call }
): Promise<string[] | undefined> {
  const read: Read = async (query) => {
    const res = await attack.attempt(row, {
      call: { ...call, query },
      as: "member",
    })
    return res.status === 200 ? listIn(res.data) : undefined
  }
  const whole = await read("limit=1000")
  if (!whole) {
    return undefined
  }
  const problems: string[] = []
  const check = async (
    query: string,
    agrees: (list: List) => boolean
  ): Promise<void> => {
    const list = await read(query)
    if (!list || !agrees(list)) {
      problems.push(`${query}: ${list ? JSON.stringify(idsOf(list)) : "none"}`)
    }
  }
  if (whole.count !== whole.rows.length) {
    problems.push(`count ${whole.count} of ${whole.rows.length}`)
  }
  if (row.list || row.mirrors === undefined) {
    await checkPages(whole, check)
  }
  if (row.mirrors && row.list) {
    await checkOrder(row.mirrors.view.sort, whole, check)
    await checkFilters(row.mirrors.view.filters, whole, check)
    await checkFields(row.mirrors.view.defaults, whole, check)
  }
  return problems
}

type Check = (query: string, agrees: (list: List) => boolean) => Promise<void>

async function checkPages(whole: List, check: Check): Promise<void> {
  for (const offset of [0, 1, 2]) {
    const wanted = idsOf(whole).slice(offset, offset + 1)
    await check(
      `limit=1&offset=${offset}`,
      (page) =>
        same(idsOf(page), wanted) &&
        page.count === whole.count &&
        page.limit === 1 &&
        page.offset === offset
    )
  }
}

/** Backwards is the other way round, also among rows that are alike. */
async function checkOrder(
  columns: readonly string[],
  whole: List,
  check: Check
): Promise<void> {
  for (const column of columns) {
    let forwards: string[] = []
    await check(`limit=1000&order=${column}`, (list) => {
      forwards = idsOf(list)
      return (
        same([...forwards].sort(), [...idsOf(whole)].sort()) &&
        isSorted(list.rows.map((row) => row[column]))
      )
    })
    await check(`limit=1000&order=-${column}`, (list) =>
      same(idsOf(list).reverse(), forwards)
    )
  }
}

/** Texts are sorted as the database's language does. */
const isSorted = (values: unknown[]) =>
  values
    .filter((value) => typeof value === "number")
    .every((value, n, all) => n === 0 || (all[n - 1] ?? 0) <= value)

async function checkFilters(
  filters: readonly string[],
  whole: List,
  check: Check
): Promise<void> {
  const [first] = whole.rows
  for (const name of first ? filters : []) {
    if (/_at$/.test(name)) {
      const rows = whole.rows.filter((row) => row[name] !== null)
      await check(`${name}[$gt]=2000-01-01`, (list) =>
        same(idsOf(list), idsOf({ rows }))
      )
      await check(`${name}[$lt]=2000-01-01`, ({ count }) => count === 0)
    } else if (name === "q") {
      await checkSearch(whole, check)
    } else {
      const value = first?.[name]
      if (["string", "number", "boolean"].includes(typeof value)) {
        const wanted = whole.rows.filter((row) => row[name] === value)
        await check(
          `${name}=${encodeURIComponent(String(value))}`,
          (list) =>
            same(idsOf(list), idsOf({ rows: wanted })) &&
            list.count === wanted.length
        )
      }
    }
  }
}

async function checkSearch(whole: List, check: Check): Promise<void> {
  const [first = {}] = whole.rows
  const text = searched
    .map((name) => first[name])
    .find((value) => typeof value === "string" && value)
  if (typeof text === "string") {
    await check(`q=${encodeURIComponent(text)}`, (list) =>
      idsOf(list).includes(idOf(first))
    )
  }
  await check("q=nobody-has-this", ({ count }) => count === 0)
}

async function checkFields(
  defaults: readonly string[],
  whole: List,
  check: Check
): Promise<void> {
  const [first] = whole.rows
  const column = defaults.find(
    (name) => /^\w+$/.test(name) && name !== "id" && first && name in first
  )
  if (column) {
    await check("limit=1000&fields=id", ({ rows }) =>
      rows.every((row) => idOf(row) && !(column in row))
    )
    await check(`limit=1000&fields=-${column}`, ({ rows }) =>
      rows.every((row) => !(column in row))
    )
  }
}

function listIn(data: unknown): List | undefined {
  const body = isRecord(data) ? data : {}
  const rows = Object.values(body).find(Array.isArray)
  const { count, limit, offset } = body
  return rows &&
    typeof count === "number" &&
    typeof limit === "number" &&
    typeof offset === "number"
    ? { rows: rows.map(flat), count, limit, offset }
    : undefined
}

/** Groups come wrapped, as classic panels read them. */
const flat = (row: unknown): Row => {
  const { customer_group, ...own } = isRecord(row) ? row : {}
  return isRecord(customer_group) ? customer_group : own
}

const idOf = ({ id, code, ...row }: Row): string => {
  const known = id ?? code
  return typeof known === "string" ? known : JSON.stringify(row)
}
const idsOf = ({ rows }: { rows: Row[] }) => rows.map(idOf)
const same = (some: string[], others: string[]) =>
  JSON.stringify(some) === JSON.stringify(others)
