import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import type { PermissionArea } from "../../modules/seller/types"
import type { OwnedEntity } from "../../scope/ownership"
import { isOrderRow } from "../../scope/owned-ids"
import { ownership } from "../../scope/ownership"
import { refuseBadValues, refuseMisread } from "./bad-values"
import { isCreator } from "./owned-answer"
import { existing, type Shape } from "./shape"
import { bodyGuards, refuseDroppedKeys } from "./strict-body"
import {
  sellerContext,
  wholeList,
  type AnsweredVendorRoute,
  type VendorRoute,
} from "./vendor-route"
import { keepToView, shapeQuery, type View } from "./view-query"

type Verb = VendorRoute["method"]

/** One of Medusa's admin routes, as a vendor route. */
export type MirrorRoute = Pick<
  VendorRoute,
  | "refs"
  | "whileSuspended"
  | "rate"
  | "bodyShape"
  | "queryShape"
  | "answerShape"
> & {
  /** Medusa's handler, or ours where the seller's part differs. */
  answer: MiddlewareFunction
  /** Before Medusa's validators. */
  before?: MiddlewareFunction[]
  /** Path parameters beside `:id`. */
  owned?: VendorRoute["owned"]
  area?: PermissionArea
  /** When it answers other rows than the resource's. */
  view?: View
  /** Medusa has no middlewares for it: no query, no body. */
  bare?: boolean
  /** It takes the query of a list although its method or path do not look so. */
  lists?: boolean
  /** The answer finds the seller's rows itself; default: `GET /` is scoped to the seller. */
  unscoped?: boolean
}

export type Mirror = {
  /** `stock-locations`: Medusa's `/admin/stock-locations` becomes `/vendor/stock-locations`. */
  resource: string
  /** Medusa's name of the resource where it differs. */
  medusas?: string
  /** On every route of the resource, before the route's own shape. */
  answerShape?: Shape
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
  const { method, suffix } = at
  const { answer, before = [], bare, lists, unscoped, ...row } = at.route
  const path = `/admin/${config.medusas ?? resource}${suffix}`
  const medusas: ReturnType<typeof findEntry> = bare
    ? {}
    : findEntry(core, method, path)
  ensureHandler(answer, `${method} ${path}`)
  const { view = config.view, area = config.area } = row
  const isList = lists ?? (method === "GET" && !/:\w+$/.test(suffix))
  const isScoped = isList && !suffix && !unscoped && entity !== "reference"
  return {
    ...row,
    method,
    path: `/vendor/${resource}${suffix}`,
    mirrors: { path, view },
    permission: area && `${area}:${method === "GET" ? "read" : "write"}`,
    owned: { ...(suffix.includes("/:id") && { id: entity }), ...row.owned },
    ...(isCreator(answer) && { status: 201 }),
    list: isList ? rowsOf(view) : undefined,
    answerShape: [
      ...(method === "GET" && !isList ? [{ "": existing }] : []),
      ...[config.answerShape ?? [], row.answerShape ?? []].flat(),
    ],
    bodyParser: medusas.bodyParser,
    middlewares: [
      shapeQuery(view, isList ? view.filters : null),
      ...before,
      ...bodyGuards(row.refs ?? {}),
      ...(medusas.middlewares ?? []).map(refuseMisread),
      refuseDroppedKeys,
      keepToView(view),
      ...(isScoped ? [scopeToSeller(entity)] : []),
      refuseBadValues(answer),
    ],
  }
}

const rowsOf = ({ unpaged, defaultLimit = wholeList }: View) =>
  unpaged ? undefined : defaultLimit

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

function scopeToSeller(entity: OwnedEntity): MiddlewareFunction {
  if (isOrderRow(entity)) {
    throw new Error(`A list of ${entity} needs an answer of its own: unscoped`)
  }
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
