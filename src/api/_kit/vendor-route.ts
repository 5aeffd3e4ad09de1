import type {
  MedusaRequest,
  MiddlewareFunction,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Permission, SellerStatus } from "../../modules/seller/types"
import type { OwnedEntity } from "../../scope/ownership"
import type { SellerId } from "../../scope/seller-id"
import type { RateClass } from "./rate-limit"
import type { Shape } from "./shape"
import type { View } from "./view-query"

/**
 * One row of the gate's table. A route under `/vendor` without a row does not
 * boot; a request that matches none answers 404.
 */
export type VendorRoute = {
  method: "GET" | "POST" | "DELETE"
  /** Express path, e.g. `/vendor/products/:id`. */
  path: string
  /**
   * Who gets past the gate. `public`: anybody. `identity`: a valid token of
   * actor type `seller`, with or without a member behind it. `applicant`: a
   * member of a seller in any status. `member` (default): a member of an
   * active or suspended seller, who holds `permission`.
   */
  access?: "public" | "identity" | "applicant" | "member"
  /** What the member's role must hold; `null` = any member. */
  permission: Permission | null
  /** A suspended seller may call it although it writes. */
  whileSuspended?: boolean
  /**
   * Path parameter → entity that must be the seller's own, or `reference` for
   * rows that every seller reads. A parameter that is not named here does not boot.
   */
  owned?: Record<string, OwnedEntity | "reference">
  /**
   * Body or query path (`prices[].variant_id`, `add[]`) → entity that must be the
   * seller's own, or `reference` for rows that every seller may name.
   */
  refs?: Record<string, OwnedEntity | "reference">
  /** How often it may be called; by default as often as one likes. */
  rate?: RateClass
  /** The route of Medusa that answers, and what may be read of its answer. */
  mirrors?: { path: string; view: View }
  /** What a success says; 200 when absent. */
  status?: 201
  /** How many rows a list holds when the client sends no `limit`; only lists have it. */
  list?: number
  /** What filters and sorts a list of ours; a mirror's view says it of Medusa's. */
  finds?: Pick<View, "filters" | "sort">
  /** Brings a body into the handler's form before its ids are checked. */
  bodyShape?: Shape | readonly Shape[]
  /** The same for the query. */
  queryShape?: Shape
  /** Brings an answer into the form that clients read. */
  answerShape?: Shape | readonly Shape[]
}

/** Panels take what comes without a `limit` for the whole list. */
export const wholeList = 1000

/** A row whose handler is a `route.ts` of ours. */
export type OwnVendorRoute = VendorRoute & {
  /** Validators and such; they run after the gate. */
  middlewares?: MiddlewareFunction[]
  bodyParser?: MiddlewareRoute["bodyParser"]
}

/** A row that brings its handler along, as the last of its middlewares. */
export type AnsweredVendorRoute = OwnVendorRoute &
  Required<Pick<OwnVendorRoute, "middlewares">>

/** Who is calling, as the gate found it. */
export type SellerContext = {
  sellerId: SellerId
  memberId: string
  roleId: string
  status: SellerStatus
  permissions: Permission[]
}

const contexts = new WeakMap<object, SellerContext>()

/** Kept beside the request, so that no client input can ever become a context. */
export function setSellerContext(
  req: MedusaRequest,
  context: SellerContext
): void {
  contexts.set(req, context)
}

/**
 * The caller of a vendor route.
 *
 * @throws MedusaError UNAUTHORIZED when the gate did not run for this request.
 */
export function sellerContext(req: MedusaRequest): SellerContext {
  const context = contexts.get(req)
  if (!context) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  return context
}
