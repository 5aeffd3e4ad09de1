import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** What the seller has, why, and its monthly statements. */
export const booksRoutes: OwnVendorRoute[] = [
  {
    method: "GET",
    path: "/vendor/balance",
    permission: "payouts:read",
    list: 50,
  },
  {
    method: "GET",
    path: "/vendor/ledger",
    permission: "payouts:read",
    list: 50,
    finds: {
      filters: ["kind", "account", "currency_code", "order_id", "created_at"],
      sort: ["created_at"],
    },
  },
  {
    method: "GET",
    path: "/vendor/statements",
    permission: "payouts:read",
    list: 50,
    finds: { filters: ["id", "period", "currency_code"], sort: [] },
  },
  {
    method: "GET",
    path: "/vendor/statements/:id",
    permission: "payouts:read",
    owned: { id: "seller_statement" },
  },
  {
    method: "GET",
    path: "/vendor/statements/:id/pdf",
    permission: "payouts:read",
    rate: "exports",
    owned: { id: "seller_statement" },
  },
]
