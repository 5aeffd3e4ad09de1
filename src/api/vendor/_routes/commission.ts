import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** What the seller's sales cost it, and why. */
export const commissionRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/commission",
    permission: "payouts:read",
    list: 15,
  },
  {
    method: "GET",
    path: "/vendor/orders/:id/commission",
    permission: "orders:read",
    owned: { id: "order" },
  },
]
