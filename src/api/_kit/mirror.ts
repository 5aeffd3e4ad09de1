import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { PermissionArea } from "../../modules/seller/types"
import type { OwnedEntity } from "../../scope/ownership"
import { ownership } from "../../scope/ownership"
import { refuseBadValues, refuseMisread } from "./bad-values"
import { isRecord } from "./record"
import { onlyNamedIds, refuseDroppedKeys } from "./strict-body"
import {
  sellerContext,
  type AnsweredVendorRoute,
  type VendorRoute,
} from "./vendor-route"
import { keepToView, shapeQuery, type View } from "./view-query"

type Verb = VendorRoute["method"]

/** One of Medusa's admin routes, as a vendor route. */
export type MirrorRoute = Pick<VendorRoute, "refs" | "whileSuspended"> & {
  /** Medusa's handler, or ours where the seller's part differs. */
  answer: MiddlewareFunction
  /** Before Medusa's validators: brings what classic clients send into Medusa's form. */
  before?: MiddlewareFunction[]
  /** Path parameters beside `:id`. */
  owned?: VendorRoute["owned"]
  area?: PermissionArea
  /** When it answers other rows than the resource's. */
  view?: View
  /** Medusa has no middlewares for it: no query, no body. */
  bare?: boolean
  /** Medusa lists these rows by a column of their own; default: `GET /` is scoped to the seller. */
  unscoped?: boolean
}

export type Mirror = {
  /** `stock-locations`: Medusa's `/admin/stock-locations` becomes `/vendor/stock-locations`. */
  resource: string
  /** Medusa's name of the resource where it differs. */
  medusas?: string
  /** Runs first on every route of the resource. */
  before?: MiddlewareFunction[]
  /** What `:id` is, and what `GET /` lists; `reference` is the operator's and read by every seller. */
  entity: OwnedEntity | "reference"
  /** What a role must be allowed to read or write. `null`: every member may read. */
  area: PermissionArea | null
  view: View
  /** Medusa's own middlewares of the resource. */
  core: readonly MiddlewareRoute[]
  /** `VERB /path` → how it is answered. */
  routes: Readonly<Record<string, MiddlewareFunction | MirrorRoute>>
}

/**
 * Makes vendor routes of Medusa's admin routes: its validators and handler, our
 * scope. Each runs: query cut to the view → unnamed ids refused → Medusa's
 * validators → unknown keys refused → fields cut to the view again → list scoped
 * to the seller → handler. The gate has checked every named id before.
 *
 * @throws Error when Medusa has no such route any more.
 */
export function mirror(config: Mirror): AnsweredVendorRoute[] {
  return Object.entries(config.routes).map(([name, route]) => {
    const [verb = "", path = ""] = name.split(" ")
    return mirrorRoute(config, {
      method: toVerb(verb, name),
      suffix: path === "/" ? "" : path,
      route: typeof route === "function" ? { answer: route } : route,
    })
  })
}

function toVerb(verb: string, name: string): Verb {
  if (verb === "GET" || verb === "POST" || verb === "DELETE") {
    return verb
  }
  throw new Error(`${name}: a vendor route is GET, POST or DELETE`)
}

function mirrorRoute(
  { resource, entity, core, ...config }: Mirror,
  at: { method: Verb; suffix: string; route: MirrorRoute }
): AnsweredVendorRoute {
  const { method, suffix, route } = at
  const matcher = `/admin/${config.medusas ?? resource}${suffix}`
  const medusas: ReturnType<typeof findEntry> = route.bare
    ? {}
    : findEntry(core, method, matcher)
  ensureHandler(route.answer, `${method} ${matcher}`)
  const view = route.view ?? config.view
  const area = route.area ?? config.area
  const isList = method === "GET" && !/:\w+$/.test(suffix)
  const isScoped =
    isList && !suffix && !route.unscoped && entity !== "reference"
  return {
    method,
    path: `/vendor/${resource}${suffix}`,
    permission: area && `${area}:${method === "GET" ? "read" : "write"}`,
    whileSuspended: route.whileSuspended,
    owned: { ...(suffix.includes("/:id") && { id: entity }), ...route.owned },
    refs: route.refs,
    bodyParser: medusas.bodyParser,
    middlewares: [
      ...(config.before ?? []),
      shapeQuery(view, isList ? view.filters : null),
      ...(route.before ?? []),
      onlyNamedIds(route.refs ?? {}),
      ...(medusas.middlewares ?? []).map(refuseMisread),
      refuseDroppedKeys,
      keepToView(view),
      ...(isScoped ? [scopeToSeller(entity)] : []),
      ...(method === "GET" && !isList ? [refuseNothing] : []),
      refuseBadValues(route.answer),
    ],
  }
}

/** A module that lost its export answers undefined, whatever the types said. */
function ensureHandler(handler: unknown, name: string): void {
  if (typeof handler !== "function") {
    throw new Error(`Medusa has no handler for ${name} any more`)
  }
}

function findEntry(
  core: readonly MiddlewareRoute[],
  verb: Verb,
  matcher: string
): Pick<MiddlewareRoute, "middlewares" | "bodyParser"> {
  const entry = core.find(
    (candidate) =>
      candidate.matcher === matcher &&
      [candidate.methods ?? candidate.method].flat().includes(verb)
  )
  if (!entry) {
    throw new Error(
      `Medusa has no ${verb} ${matcher} any more: remove its vendor row or give it a route file`
    )
  }
  return entry
}

/** Some of Medusa's handlers answer an unknown id with an empty 200. */
function refuseNothing(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (isRecord(body) && Object.values(body).some(Boolean)) {
      return json(body)
    }
    res.json = json
    const { NOT_FOUND } = MedusaError.Types
    next(new MedusaError(NOT_FOUND, "There is no row with this id"))
    return res
  }
  next()
}

function scopeToSeller(entity: OwnedEntity): MiddlewareFunction {
  return function scopeListToSeller(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { sellerId } = sellerContext(req)
    Object.assign(req.filterableFields, ownership[entity].scope(sellerId))
    next()
  }
}
