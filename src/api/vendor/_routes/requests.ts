import { takesBody } from "../../_kit/takes-body"
import {
  EditRequest,
  SubmitRequest,
  WithdrawRequest,
} from "../../_contracts/request"
import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** Ids that the kinds of a seller's requests speak of. */
const named = {
  "request.data.collection_id": "reference",
  "request.data.review_id": "review",
} as const

const owned = { id: "request" } as const

/** What the seller asks the operator for. */
export const requestRoutes: OwnVendorRoute[] = [
  { method: "GET", path: "/vendor/requests", permission: "requests:read" },
  {
    method: "POST",
    path: "/vendor/requests",
    permission: "requests:write",
    refs: named,
    middlewares: [takesBody(SubmitRequest)],
  },
  {
    method: "GET",
    path: "/vendor/requests/:id",
    permission: "requests:read",
    owned,
  },
  {
    method: "POST",
    path: "/vendor/requests/:id",
    permission: "requests:write",
    owned,
    refs: named,
    middlewares: [takesBody(EditRequest)],
  },
  {
    method: "DELETE",
    path: "/vendor/requests/:id",
    permission: "requests:write",
    owned,
  },
  {
    method: "POST",
    path: "/vendor/requests/:id/withdraw",
    permission: "requests:write",
    owned,
    middlewares: [takesBody(WithdrawRequest)],
  },
]
