import { ExportOrders } from "../../_contracts/transfer"
import { takesBody } from "../../_kit/takes-body"
import type { OwnVendorRoute } from "../../_kit/vendor-route"

const owned = { id: "transfer" } as const

/** What is read and written in the background: each member sees what it began. */
export const transferRoutes: OwnVendorRoute[] = [
  {
    method: "POST",
    path: "/vendor/orders/export",
    rate: "exports",
    permission: "orders:read",
    whileSuspended: true,
    middlewares: [takesBody(ExportOrders)],
  },
  {
    method: "GET",
    path: "/vendor/transfers",
    permission: null,
    list: 50,
    finds: { filters: ["kind", "status"], sort: ["created_at"] },
  },
  { method: "GET", path: "/vendor/transfers/:id", permission: null, owned },
  {
    method: "GET",
    path: "/vendor/transfers/:id/rows",
    permission: null,
    list: 50,
    finds: { filters: ["outcome"], sort: [] },
    owned,
  },
  {
    method: "GET",
    path: "/vendor/transfers/:id/link",
    permission: null,
    owned,
  },
]
