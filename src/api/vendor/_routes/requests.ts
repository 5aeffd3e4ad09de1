import { under } from "../../_kit/record"
import { takesBody } from "../../_kit/takes-body"
import {
  BatchRequests,
  EditRequest,
  requestSortColumns,
  SubmitRequest,
  WithdrawRequest,
} from "../../_contracts/request"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

/** Ids that the kinds of a seller's requests speak of. */
const named = {
  "request.attachments[]": "document",
  "request.data.document_id": "document",
  "request.data.collection_id": "reference",
  "request.data.review_id": "review",
} as const

const owned = { id: "request" } as const

/** What the seller asks the operator for. */
export const requestRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/requests",
    permission: "requests:read",
    list: wholeList,
    finds: {
      filters: ["type", "status", "submitter_id", "created_at", "q"],
      sort: [...requestSortColumns],
    },
  },
  {
    method: "POST",
    path: "/vendor/requests",
    permission: "requests:write",
    refs: named,
    middlewares: [takesBody(SubmitRequest)],
  },
  {
    method: "POST",
    path: "/vendor/requests/batch",
    permission: "requests:write",
    refs: {
      ...under("create[].", named),
      ...under("update[].", named),
      "update[].id": "request",
      "delete[]": "request",
    },
    middlewares: [takesBody(BatchRequests)],
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
    method: "GET",
    path: "/vendor/requests/:id/attachments/:document_id",
    permission: "requests:read",
    owned: { ...owned, document_id: "document" },
  },
  {
    method: "POST",
    path: "/vendor/requests/:id/withdraw",
    permission: "requests:write",
    owned,
    middlewares: [takesBody(WithdrawRequest)],
  },
]
