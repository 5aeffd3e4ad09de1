import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** What the seller's sales cost it, and why. */
export const commissionRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/commission",
    permission: "payouts:read",
    list: 15,
    finds: {
      filters: ["order_id", "currency_code", "line_type", "created_at"],
      sort: ["created_at"],
    },
  },
  {
    method: "GET",
    path: "/vendor/orders/:id/commission",
    permission: "orders:read",
    owned: { id: "order" },
  },
]
