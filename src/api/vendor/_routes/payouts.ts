import { payoutSortColumns } from "../../../modules/payout/payouts/search"
import { takesBody } from "../../_kit/takes-body"
import {
  OpenPayoutAccount,
  StartPayoutOnboarding,
} from "../../_contracts/payout"
import { NoBody } from "../../_contracts/no-body"
import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** Where the seller is paid, and what it was paid. A suspended one may still see to it. */
export const payoutRoutes: OwnVendorRoute[] = [
  { method: "GET", path: "/vendor/payout-account", permission: "payouts:read" },
  {
    method: "POST",
    path: "/vendor/payout-account",
    permission: "payouts:write",
    rate: "payouts",
    whileSuspended: true,
    middlewares: [takesBody(OpenPayoutAccount)],
  },
  {
    method: "DELETE",
    path: "/vendor/payout-account",
    permission: "payouts:write",
    rate: "payouts",
    whileSuspended: true,
  },
  {
    method: "POST",
    path: "/vendor/payout-account/onboarding",
    permission: "payouts:write",
    rate: "payouts",
    whileSuspended: true,
    middlewares: [takesBody(StartPayoutOnboarding)],
  },
  {
    method: "POST",
    path: "/vendor/payout-account/sync",
    permission: "payouts:write",
    rate: "payouts",
    whileSuspended: true,
    middlewares: [takesBody(NoBody)],
  },
  {
    method: "GET",
    path: "/vendor/payouts",
    permission: "payouts:read",
    list: 50,
    finds: {
      filters: ["id", "status", "currency_code", "created_at", "q"],
      sort: [...payoutSortColumns],
    },
  },
  {
    method: "GET",
    path: "/vendor/payouts/:id",
    permission: "payouts:read",
    list: 200,
    // The workflow looks for it among the seller's own.
    owned: { id: "reference" },
  },
]
