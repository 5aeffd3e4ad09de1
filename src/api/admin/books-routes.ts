import {
  validateAndTransformBody,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { AdjustBalance } from "../_contracts/adjustment"
import { ChargeDisputeFee, OpenDispute } from "../_contracts/dispute"
import {
  HoldPayouts,
  ReleaseOrder,
  SetPayoutFloor,
  SetReleaseTerms,
} from "../_contracts/seller-money"
import { IssueStatements } from "../_contracts/statement"

/** Validators of the routes about sellers' money. */
export const booksRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/sellers/:id/adjustments",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdjustBalance)],
  },
  {
    matcher: "/admin/sellers/:id/releases",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReleaseOrder)],
  },
  {
    matcher: "/admin/sellers/:id/release-terms",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetReleaseTerms)],
  },
  {
    matcher: "/admin/sellers/:id/payout-hold",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(HoldPayouts)],
  },
  {
    matcher: "/admin/sellers/:id/payout-floor",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SetPayoutFloor)],
  },
  {
    matcher: "/admin/sellers/:id/statements",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(IssueStatements)],
  },
  {
    matcher: "/admin/disputes",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(OpenDispute)],
  },
  {
    matcher: "/admin/disputes/:id/fee",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ChargeDisputeFee)],
  },
]
