import type { MedusaRequest } from "@medusajs/framework/http"
import {
  alsoAs,
  byDefault,
  dropped,
  emptyIsAbsent,
  renamed,
  reshape,
  words,
} from "../shape"
import { ensureReadable, normaliseRequest } from "../edge"

const of = { req: { query: {} } as MedusaRequest, params: { id: "x_1" } }

describe("reshape", () => {
  it("walks lists, takes keys away, puts defaults in, and leaves the given body alone", async () => {
    const body = {
      title: "",
      kind: "old",
      images: [{ url: "a", isThumbnail: true }, { url: "b" }],
      prices: [{ amount: null }, { amount: 1 }],
      deep: [{ rows: [{ rows: [{ name: "in" }] }], metadata: { name: "in" } }],
    }
    const before = structuredClone(body)
    expect(
      await reshape(
        body,
        {
          title: emptyIsAbsent,
          price_type: byDefault("flat"),
          kind: words({ old: "new" }),
          "images[].isThumbnail": dropped,
          "prices[]": (price) =>
            JSON.stringify(price) === '{"amount":null}' ? undefined : price,
          "**.name": words({ in: "out" }),
          "missing[].key": byDefault(1),
        },
        of
      )
    ).toEqual({
      price_type: "flat",
      kind: "new",
      images: [{ url: "a" }, { url: "b" }],
      prices: [{ amount: 1 }],
      deep: [{ rows: [{ rows: [{ name: "out" }] }], metadata: { name: "in" } }],
    })
    expect(body).toEqual(before)
  })

  it("renames, names twice, and knows the request, in the order of the shapes", async () => {
    const shaped = await reshape(
      { levels: [1], other: 2 },
      [
        renamed("levels", "location_levels"),
        alsoAs("other", "another"),
        { "": async (body, { params }) => ({ body, id: params.id }) },
      ],
      of
    )
    expect(shaped).toEqual({
      body: { location_levels: [1], other: 2, another: 2 },
      id: "x_1",
    })
  })

  it("leaves what is no plain object as it is", async () => {
    const at = new Date(0)
    const body = { at, list: "text", none: null }
    const shape = { "**.x": dropped, "at.x": byDefault(1), "list[]": dropped }
    expect(await reshape(body, shape, of)).toEqual(body)
    expect(await reshape(null, shape, of)).toBeNull()
  })
})

describe("normaliseRequest", () => {
  const normalised = (query: Record<string, unknown>, list?: number) => {
    const req = { query } as unknown as MedusaRequest
    normaliseRequest(req, {
      method: "GET",
      path: "/vendor/x",
      permission: null,
      list,
    })
    return req
  }

  it("reads operator maps that are JSON text, but no search text", () => {
    const { query, body } = normalised({
      created_at: '{"$gte":"2026-01-01"}',
      status: "{odd",
      q: '{"a":1}',
    })
    expect(query).toEqual({
      created_at: { $gte: "2026-01-01" },
      status: "{odd",
      q: '{"a":1}',
    })
    expect(body).toEqual({})
  })

  it("gives a list without limit the whole list, and caps a limit at 10,000", () => {
    expect(normalised({}, 500).query).toEqual({ limit: "500", offset: "0" })
    expect(normalised({ limit: "9999" }, 500).query.limit).toBe("9999")
    expect(normalised({ limit: "99999" }, 500).query.limit).toBe("10000")
    expect(normalised({}).query).toEqual({})
    expect(() => normalised({ limit: "-1" }, 500)).toThrow("limit takes")
  })

  it("refuses zero bytes and endless nesting, in JSON text as well", () => {
    const nested = "[".repeat(60) + "]".repeat(60)
    expect(() => ensureReadable(JSON.parse(nested))).toThrow("deeper")
    expect(() => normalised({ id: `{"a":${nested}}` })).toThrow("deeper")
    expect(() => ensureReadable([{ a: "\0" }])).toThrow("zero byte")
    expect(() => ensureReadable({ "\0": 1 })).toThrow("zero byte")
  })
})
