import { type MiddlewareRoute } from "@medusajs/framework/http"
import { takesBody } from "../_kit/takes-body"
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
    middlewares: [takesBody(AdjustBalance)],
  },
  {
    matcher: "/admin/sellers/:id/releases",
    methods: ["POST"],
    middlewares: [takesBody(ReleaseOrder)],
  },
  {
    matcher: "/admin/sellers/:id/release-terms",
    methods: ["POST"],
    middlewares: [takesBody(SetReleaseTerms)],
  },
  {
    matcher: "/admin/sellers/:id/payout-hold",
    methods: ["POST"],
    middlewares: [takesBody(HoldPayouts)],
  },
  {
    matcher: "/admin/sellers/:id/payout-floor",
    methods: ["POST"],
    middlewares: [takesBody(SetPayoutFloor)],
  },
  {
    matcher: "/admin/sellers/:id/statements",
    methods: ["POST"],
    middlewares: [takesBody(IssueStatements)],
  },
  {
    matcher: "/admin/disputes",
    methods: ["POST"],
    middlewares: [takesBody(OpenDispute)],
  },
  {
    matcher: "/admin/disputes/:id/fee",
    methods: ["POST"],
    middlewares: [takesBody(ChargeDisputeFee)],
  },
]
