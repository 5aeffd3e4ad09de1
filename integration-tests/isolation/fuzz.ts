import fc from "fast-check"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import type { Call } from "./requests"

/** What is done to a call that would be right: things put into its body, or a query. */
type Mutation = {
  /** Which of the call's values, counted through. */
  at: number
  how: "replace" | "remove" | "repeat" | "add"
  value: unknown
  key: string
}

const operators =
  "$eq $ne $in $nin $gt $gte $lt $lte $like $ilike $re $not $and $or $contains $overlap $exists $foo __proto__".split(
    " "
  )

const oddKeys =
  "id seller_id seller q fields order limit offset with_deleted deleted_at created_at updated_at $and $or metadata status type __proto__ constructor toString".split(
    " "
  )

/** Ids and words that mean something, and everything that means nothing. */
export function valuesWith(ids: readonly string[]): fc.Arbitrary<unknown> {
  const plain = fc.oneof(
    fc.constantFrom(...ids),
    fc.constantFrom<unknown>(
      ...["", " ", "null", "undefined", "true", "NaN", "{", "[]", "%", "\\"],
      ...["a\u0000", "\ud800", "' or 1=1 --", "2026-02-30", "-1", "1e999"],
      ...[null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, -(2 ** 31)]
    ),
    fc.string({ maxLength: 30, unit: "binary" }),
    fc.integer(),
    fc.double(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  )
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: fc.array(plain, { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.constantFrom(...operators), plain, {
        maxKeys: 3,
      }),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) }
  )
}

export function mutationsWith(
  ids: readonly string[]
): fc.Arbitrary<Mutation[]> {
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    at: fc.nat(200),
    how: fc.constantFrom("replace", "replace", "remove", "repeat", "add"),
    value: valuesWith(ids),
    key: fc.oneof(fc.constantFrom(...oddKeys), fc.string({ maxLength: 12 })),
  })
  return fc.array(mutation, { minLength: 1, maxLength: 3 })
}

/** The call with its body or its query spoilt. */
export function spoil(
  row: VendorRoute,
  call: Call,
  mutations: readonly Mutation[]
): Call {
  if (row.method === "POST") {
    return { ...call, body: mutations.reduce(spoilBody, call.body ?? {}) }
  }
  const known = [
    ...(row.mirrors?.view.filters ?? []),
    ...Object.keys(row.refs ?? {}).map((path) => path.replaceAll("[]", "")),
    ...oddKeys,
  ]
  const pairs = mutations.map(({ at, how, key, value }) => {
    const name = how === "add" ? key : (known[at % known.length] ?? key)
    return asQuery(name, value, how === "repeat")
  })
  return {
    ...call,
    query: [call.query, ...pairs].filter(Boolean).join("&"),
  }
}

/** Objects as JSON text, as panels send them, or in brackets, as Medusa's client does. */
export function asQuery(
  key: string,
  value: unknown,
  inBrackets: boolean
): string {
  const name = encode(key)
  if (!inBrackets || typeof value !== "object" || value === null) {
    const text = typeof value === "string" ? value : JSON.stringify(value)
    return `${name}=${encode(text ?? "")}`
  }
  return Object.entries(value)
    .map(([inner, item]) =>
      asQuery(`${key}[${Array.isArray(value) ? "" : inner}]`, item, true)
    )
    .join("&")
}

/** A lone half of a pair has no percent-encoding. */
const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""))

type Holder = Record<string, unknown>

function spoilBody(body: unknown, { at, how, key, value }: Mutation): unknown {
  const copy: unknown = structuredClone(body)
  const places = placesIn(copy)
  const place = places[at % (places.length + 1)]
  if (!place) {
    return how === "replace" && at % 5 === 0
      ? value
      : { ...(copy as Holder), [key]: value }
  }
  const { holder, name } = place
  if (how === "replace") {
    set(holder, name, value)
  } else if (how === "remove") {
    Reflect.deleteProperty(holder, name)
  } else if (how === "repeat") {
    set(holder, name, Array(3).fill(holder[name]))
  } else {
    set(holder, key, value)
  }
  return copy
}

/** As JSON.parse does: `__proto__` is a key like any other. */
function set(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    ...{ enumerable: true, configurable: true, writable: true },
  })
}

/** Every place of a body that holds a value. */
function placesIn(node: unknown): { holder: Holder; name: string }[] {
  if (typeof node !== "object" || node === null) {
    return []
  }
  const holder = node as Holder
  return Object.keys(holder).flatMap((name) => [
    { holder, name },
    ...placesIn(holder[name]),
  ])
}
