import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../../modules/seller"
import type { SellerModuleService } from "../../modules/seller/service"
import type { SellerAccess } from "../../modules/seller/types"
import { assertOwned } from "../../scope/assert-owned"
import type { OwnedEntity } from "../../scope/ownership"
import { toSellerId } from "../../scope/seller-id"
import { refuseBadValues } from "./bad-values"
import {
  answersIn,
  ensureReadable,
  normaliseRequest,
  shapeRequest,
} from "./edge"
import { idsAt } from "./id-paths"
import { limited } from "./rate-limit"
import {
  sellerContext,
  setSellerContext,
  type VendorRoute,
} from "./vendor-route"
import { inspectStack } from "./vendor-stack"
import { matchVendorRow, type VendorMatch } from "./vendor-table"

const matches = new WeakMap<object, VendorMatch>()

function matchOf(req: MedusaRequest): VendorMatch {
  const match = matches.get(req)
  if (!match) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no route ${req.method} ${req.originalUrl.split("?")[0]}`
    )
  }
  return match
}

/** What Express matches routes against; `baseUrl` and `path` together would lose a doubled slash. */
const pathOf = ({ originalUrl }: MedusaRequest) =>
  originalUrl.replace(/^\w+:\/\/[^/]*/, "").replace(/\?.*$/s, "")

/** Deny by default: what has no row ends here. */
function findRow(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  inspectStack(req)
  let match: VendorMatch | undefined
  try {
    match = matchVendorRow(req.method, pathOf(req))
  } catch {
    // Express would answer a broken percent-encoding with 500.
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The address is not valid"
    )
  }
  if (match) {
    matches.set(req, match)
  }
  const { row, params } = matchOf(req)
  ensureReadable(params)
  normaliseRequest(req, row)
  next()
}

/** Also a token without a member gets through: `admit` has the words for it. */
const authenticateSeller = authenticate("seller", ["bearer", "session"], {
  allowUnregistered: true,
})

function identify(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): unknown {
  return matchOf(req).row.access === "public"
    ? next()
    : authenticateSeller(req, res, next)
}

function refuse(code: string, message: string): never {
  throw new MedusaError(MedusaError.Types.FORBIDDEN, message, code)
}

/** Membership is read for every request, so a removed member is out at once. */
async function readAccess(
  req: AuthenticatedMedusaRequest
): Promise<SellerAccess> {
  const sellerId = req.get("x-seller-id") || undefined
  const memberId = req.auth_context.actor_id
  const access = memberId
    ? await req.scope
        .resolve<SellerModuleService>(SELLER_MODULE)
        .retrieveAccess(memberId, sellerId)
    : null
  if (access) {
    return access
  }
  if (memberId && sellerId) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `seller with id: ${sellerId} was not found`
    )
  }
  return refuse("seller_none", "Seller is not active")
}

function ensureState(row: VendorRoute, { status }: SellerAccess): void {
  if (row.access === "applicant") {
    return
  }
  if (status === "pending" || status === "terminated") {
    refuse(`seller_${status}`, "Seller is not active")
  }
  if (status === "suspended" && row.method !== "GET" && !row.whileSuspended) {
    refuse("seller_suspended", "Operation not allowed for current store status")
  }
}

async function admit(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { row } = matchOf(req)
  if (row.access === "public" || row.access === "identity") {
    return next()
  }
  const access = await readAccess(req)
  ensureState(row, access)
  if (row.permission && !access.permissions.includes(row.permission)) {
    refuse("permission_missing", `Your role does not hold ${row.permission}`)
  }
  setSellerContext(req, {
    sellerId: toSellerId(access.seller_id),
    memberId: access.member_id,
    roleId: access.role_id,
    status: access.status,
    permissions: access.permissions,
  })
  next()
}

function limit(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): unknown {
  const { rate } = matchOf(req).row
  return rate ? limited(rate)(req, res, next) : next()
}

async function shapeBoth(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const match = matchOf(req)
  await shapeRequest(req, match)
  await answersIn(match.row.answerShape ?? [])(req, res, next)
}

/** Every id that the row names, from path, query and body, in one check per entity. */
async function ensureOwned(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { row, params } = matchOf(req)
  const ids: Partial<Record<OwnedEntity, string[]>> = {}
  const add = (entity: OwnedEntity | "reference", found: string[]) => {
    if (entity !== "reference") {
      ids[entity] = [...(ids[entity] ?? []), ...found]
    }
  }
  for (const [param, entity] of Object.entries(row.owned ?? {})) {
    add(entity, [params[param] ?? ""])
  }
  const source = row.method === "GET" ? req.query : (req.body ?? {})
  for (const [path, entity] of Object.entries(row.refs ?? {})) {
    add(entity, idsAt(source, path))
  }
  if (Object.keys(ids).length) {
    await assertOwned(req.scope, sellerContext(req).sellerId, ids)
  }
  next()
}

/** The gate for everything under `/vendor`, in order: row, identity, membership with state and permission, rate, one form for all clients, ownership. */
export const sellerGate: MiddlewareFunction[] = [
  findRow,
  identify,
  admit,
  limit,
  refuseBadValues(shapeBoth),
  refuseBadValues(ensureOwned),
]

/**
 * First in the chain of a row: the handler must be the one that the gate
 * checked the request for, should Express ever match another than our table did.
 *
 * @throws MedusaError NOT_FOUND otherwise.
 */
export function onlyFor(row: VendorRoute): MiddlewareFunction {
  return function ensureSameRow(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    if (matchOf(req).row !== row) {
      matches.delete(req)
      matchOf(req)
    }
    next()
  }
}
