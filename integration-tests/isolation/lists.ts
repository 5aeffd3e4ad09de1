import { isRecord } from "../../src/api/_kit/record"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import type { Attack } from "./attacks"
import type { Call } from "./requests"

type Row = Record<string, unknown>
type List = { rows: Row[]; count: number; limit: number; offset: number }
type Read = (query: string) => Promise<List | undefined>
type Check = (query: string, agrees: (list: List) => boolean) => Promise<void>

/** What a list's words are found by. */
const searched = ["title", "name", "code", "email", "label", "value", "sku"]

/**
 * Asks a list for pages, sorted rows, fewer fields, rows by every filter that
 * its rows have a value for, and rows by text; all of it must agree with the
 * whole list. What sorts and filters stands in the gate's table.
 *
 * @returns What did not agree, one text each; undefined for a route that is no list.
 */
export async function listProblems(
  row: VendorRoute,
  { attack, call }: { attack: Attack; call: Call }
): Promise<string[] | undefined> {
  const ask = (query: string) =>
    attack.attempt(row, { call: { ...call, query }, as: "member" })
  const read: Read = async (query) => {
    const res = await ask(query)
    return res.status === 200 ? listIn(res.data) : undefined
  }
  const { status, data } = await ask("limit=1000")
  const whole = listIn(data)
  if (!whole) {
    const isOurs = status === 200 && !row.mirrors && !/:\w+$/.test(row.path)
    return row.list && isOurs ? ["is no list"] : undefined
  }
  if (!row.list && !row.mirrors?.view.unpaged) {
    return ["is a list that the table does not call one"]
  }
  const problems: string[] = []
  const check: Check = async (query, agrees) => {
    const list = await read(query)
    if (!list || !agrees(list)) {
      const found = list ? JSON.stringify(idsOf(list)) : "refused"
      problems.push(`${query}: ${found} of ${JSON.stringify(idsOf(whole))}`)
    }
  }
  if (whole.count !== whole.rows.length) {
    problems.push(`count ${whole.count} of ${whole.rows.length}`)
  }
  if (row.list) {
    await checkPages(whole, check)
  }
  const { sort, filters } = row.mirrors?.view ??
    row.finds ?? { sort: [], filters: [] }
  await checkOrder(sort, whole, check)
  await checkFilters(filters, { whole, check, read })
  await checkFields(row.mirrors?.view.defaults ?? [], whole, check)
  return problems
}

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

/** Texts are sorted as the database's language does, dates and numbers as anybody does. */
function isSorted(values: unknown[]): boolean {
  const comparable = values.flatMap((value) => {
    if (typeof value === "number") {
      return value
    }
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)
      ? Date.parse(value)
      : []
  })
  return comparable.every(
    (value, n) => n === 0 || (comparable[n - 1] ?? 0) <= value
  )
}

async function checkFilters(
  filters: readonly string[],
  { whole, check, read }: { whole: List; check: Check; read: Read }
): Promise<void> {
  const [first] = whole.rows
  for (const name of first ? filters : []) {
    if (/_at$/.test(name)) {
      await checkPeriod(name, whole, check)
    } else if (name === "q") {
      await checkSearch(whole, check)
    } else {
      const valuesOf = await readerOf(name, { whole, read })
      const value = whole.rows.flatMap(valuesOf)[0]
      if (value !== undefined) {
        const rows = whole.rows.filter((row) => valuesOf(row).includes(value))
        const text = encodeURIComponent(value)
        // Some of Medusa's filters take only lists.
        const key = (await read(`${name}=${text}`)) ? name : `${name}[]`
        await check(
          `limit=1000&${key}=${text}`,
          (list) =>
            same(idsOf(list), idsOf({ rows })) && list.count === rows.length
        )
      }
    }
  }
}

async function checkPeriod(name: string, whole: List, check: Check) {
  const rows = whole.rows.filter((row) => row[name] !== null)
  if (rows.some((row) => row[name] !== undefined)) {
    await check(`limit=1000&${name}[$gt]=2000-01-01T00:00:00Z`, (list) =>
      same(idsOf(list), idsOf({ rows }))
    )
  }
  await check(
    `${name}[$lt]=2000-01-01T00:00:00Z`,
    ({ count, rows: none }) => count === 0 && none.length === 0
  )
}

/**
 * What a row has of a filter: its own column, or the ids of the relation that
 * the filter is called after.
 */
async function readerOf(
  name: string,
  { whole, read }: { whole: List; read: Read }
): Promise<(row: Row) => string[]> {
  const plain = ({ [name]: value }: Row) =>
    ["string", "number", "boolean"].includes(typeof value) && value !== ""
      ? [JSON.stringify(value).replace(/^"|"$/g, "")]
      : []
  const relation = name.replace(/_id$/, "")
  if (whole.rows.flatMap(plain).length || relation === name) {
    return plain
  }
  const names = [relation, `${relation}s`, relation.replace(/y$/, "ies")]
  const fields = names.map((one) => `*${one}`).join(",")
  const wide = await read(`limit=1000&fields=id,${fields}`)
  const held = new Map(
    wide?.rows.map((row) => [
      idOf(row),
      names
        .flatMap((one) => row[one] ?? [])
        .flatMap((of) =>
          isRecord(of) && typeof of.id === "string" ? of.id : []
        ),
    ])
  )
  return (row) => held.get(idOf(row)) ?? []
}

async function checkSearch(whole: List, check: Check): Promise<void> {
  const [first = {}] = whole.rows
  const text = searched
    .map((name) => first[name])
    .find((value) => typeof value === "string" && value)
  if (typeof text === "string") {
    await check(`limit=1000&q=${encodeURIComponent(text)}`, (list) =>
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

/** The rows stand last among the lists of an answer, before its count. */
function listIn(data: unknown): List | undefined {
  const body = isRecord(data) ? data : {}
  const rows = Object.values(body).filter(Array.isArray).at(-1)
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
