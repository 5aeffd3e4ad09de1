import { takesBody } from "../../_kit/takes-body"
import { AnswerReturnRequest } from "../../_contracts/return-request"
import { wholeList, type OwnVendorRoute } from "../../_kit/vendor-route"

/** What customers want to send back. Running orders are served while suspended. */
export const returnRequestRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/return-request",
    permission: "orders:read",
    list: wholeList,
    finds: { filters: ["status"], sort: [] },
  },
  {
    method: "GET",
    path: "/vendor/return-request/:id",
    permission: "orders:read",
    owned: { id: "request" },
  },
  {
    method: "GET",
    path: "/vendor/return-request/:id/photos/:document_id",
    permission: "orders:read",
    // A customer's file: the handler asks whether the request names it.
    owned: { id: "request", document_id: "reference" },
  },
  {
    method: "POST",
    path: "/vendor/return-request/:id",
    permission: "orders:write",
    whileSuspended: true,
    owned: { id: "request" },
    refs: { location_id: "stock_location" },
    middlewares: [takesBody(AnswerReturnRequest)],
  },
]
