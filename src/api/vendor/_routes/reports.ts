import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** What the seller sold, to whom it did not, and what it got for it. */
export const reportRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/reports/sales",
    permission: "payouts:read",
    list: 50,
  },
  {
    method: "GET",
    path: "/vendor/reports/products",
    permission: "orders:read",
    list: 50,
  },
  {
    method: "GET",
    path: "/vendor/reports/conversion",
    permission: "orders:read",
    list: 50,
  },
]
