import type { AxiosResponse } from "axios"
import { idsAt } from "../../src/api/_kit/id-paths"
import type { VendorRoute } from "../../src/api/_kit/vendor-route"
import type { OwnedEntity } from "../../src/scope/ownership"
import type { App } from "../app"
import type { Example } from "./examples/example"
import type { Callers } from "./callers"
import { canary, idsOf, type Scene } from "./fixtures"
import { hostileQueries, oddBodies } from "./hostile"
import { nameOf, send, withIdAt, type Call } from "./requests"

/** What the whole run counted; printed at its end. */
export const tally = {
  ...{ routes: 0, lists: 0, cases: 0, refused: 0, leaked: 0, errors: 0 },
}

/** An answer that refuses, in the form clients can read. */
export const refusal = (status: number, code?: string) => ({
  status,
  data: { message: expect.any(String), ...(code && { code }) },
})

/** Whether the gate asks for no membership. */
export const isOpen = ({ access }: VendorRoute) =>
  access === "public" || access === "identity"

type Attempt = {
  call: Call
  as: keyof Callers
  /** What the caller has said before, and may hear again. */
  uttered?: Set<string>
}

export type Attack = ReturnType<typeof attacksOn>

/** Every way in which a route is tried, in one scene. */
export function attacksOn(app: App, scene: Scene) {
  /** Sends one call and counts what came of it. */
  async function attempt(
    row: VendorRoute,
    { call, as, uttered }: Attempt
  ): Promise<AxiosResponse> {
    const res = await send(app.api, row, { call, as: scene.callers[as] })
    tally.cases += 1
    tally.refused += res.status >= 400 ? 1 : 0
    tally.errors += res.status >= 500 ? 1 : 0
    const said = JSON.stringify(call)
    const heard = JSON.stringify(res.data)
    const all = [canary, ...idsOf(scene.foreign)]
    all.filter((text) => said.includes(text)).forEach((t) => uttered?.add(t))
    const secrets = all.filter(
      (text) => !said.includes(text) && !uttered?.has(text)
    )
    const leaks = secrets.filter((text) => heard.includes(text))
    tally.leaked += leaks.length ? 1 : 0
    const about = `${as}: ${nameOf(row)} ${said.slice(0, 300)}`
    expect({ about, leaks }).toEqual({ about, leaks: [] })
    expect({ about, status: res.status < 500, data: res.data }).toEqual({
      about,
      status: true,
      data: res.data,
    })
    const type = String(res.headers["content-type"])
    const isDocument = /^(text\/csv|application\/pdf)/.test(type)
    expect(isDocument ? "object" : typeof res.data).toBe("object")
    return res
  }

  async function tryWrongCallers(row: VendorRoute, call: Call) {
    if (row.access === "public") {
      return
    }
    for (const as of [
      "anonymous",
      "emptyBearer",
      "customer",
      "admin",
    ] as const) {
      expect(await attempt(row, { call, as })).toMatchObject(refusal(401))
    }
    if (row.access === "identity") {
      return
    }
    const none = refusal(403, "seller_none")
    expect(await attempt(row, { call, as: "removed" })).toMatchObject(none)
    expect(await attempt(row, { call, as: "identity" })).toMatchObject(none)
    if (row.access !== "applicant") {
      expect(await attempt(row, { call, as: "pending" })).toMatchObject(
        refusal(403, "seller_pending")
      )
    }
    if (row.method !== "GET" && !row.whileSuspended) {
      expect(await attempt(row, { call, as: "suspended" })).toMatchObject(
        refusal(403, "seller_suspended")
      )
    }
    if (row.permission) {
      expect(
        await attempt(row, { call, as: "withoutPermission" })
      ).toMatchObject(refusal(403, "permission_missing"))
    }
  }

  /** The call with the foreign id, and with an id that nobody has: the answers must not differ. */
  async function tryForeign(
    row: VendorRoute,
    make: (id: string) => Call,
    id: string
  ) {
    const missing = id.replace(/_.*/, "_01NOBODY00000000000000NONE")
    const foreign = await attempt(row, { call: make(id), as: "member" })
    const unknown = await attempt(row, { call: make(missing), as: "member" })
    expect(foreign).toMatchObject(refusal(404))
    const text = (data: unknown) => JSON.stringify(data)
    expect(text(foreign.data).replaceAll(id, missing)).toBe(text(unknown.data))
  }

  const foreignId = (entity: OwnedEntity | "reference") =>
    entity === "reference" ? "" : scene.foreign[entity]

  async function tryForeignIds(
    row: VendorRoute,
    { calls, foreign = [] }: Example
  ) {
    const [first = {}] = calls
    for (const [param, entity] of Object.entries(row.owned ?? {})) {
      const id = foreignId(entity)
      if (id) {
        const make = (id: string) => ({
          ...first,
          params: { ...first.params, [param]: id },
        })
        await tryForeign(row, make, id)
      }
    }
    for (const [path, entity] of Object.entries(row.refs ?? {})) {
      const id = foreignId(entity)
      const holder = calls.find(({ body }) => idsAt(body ?? {}, path).length)
      if (id && !holder) {
        throw new Error(`${nameOf(row)}: its example has no id at ${path}`)
      }
      if (id && holder) {
        for (const n of withIdAt(holder.body, path, id).keys()) {
          const make = (id: string) => ({
            ...holder,
            body: withIdAt(holder.body, path, id)[n],
          })
          await tryForeign(row, make, id)
        }
      }
    }
    for (const call of foreign) {
      expect(await attempt(row, { call, as: "member" })).toMatchObject(
        refusal(404)
      )
    }
  }

  /** Columns that nobody may set from outside. */
  async function tryOverposting(row: VendorRoute, call: Call) {
    if (row.method !== "POST") {
      return
    }
    for (const extra of [
      { seller_id: scene.own.seller },
      { seller: { id: scene.foreign.seller } },
      { id: scene.foreign.product },
      { deleted_at: null },
      { created_at: "2020-01-01" },
    ]) {
      const body = { ...(call.body ?? {}), ...extra }
      expect(
        await attempt(row, { call: { ...call, body }, as: "member" })
      ).toMatchObject(refusal(400))
    }
  }

  /** The example's own calls, which must do what they say. */
  async function tryRightly(
    row: VendorRoute,
    { calls, as = "member", status }: Example
  ) {
    for (const call of calls) {
      const res = await attempt(row, { call, as })
      const wanted = status ?? (res.status < 300 ? res.status : 200)
      const said = { name: nameOf(row), call, data: res.data }
      expect({ ...said, status: res.status }).toEqual({
        ...said,
        status: wanted,
      })
    }
  }

  async function tryHostileInput(
    row: VendorRoute,
    { calls, as = "member" }: Example
  ) {
    for (const call of calls) {
      const queries = row.method === "GET" ? hostileQueries : []
      for (const query of queries) {
        await attempt(row, { call: { ...call, query }, as })
      }
      for (const body of row.method === "POST" ? oddBodies(call) : []) {
        await attempt(row, { call: { ...call, body }, as })
      }
    }
  }

  return {
    attempt,
    tryWrongCallers,
    tryForeignIds,
    tryOverposting,
    tryRightly,
    tryHostileInput,
  }
}
