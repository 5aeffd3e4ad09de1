import { takesBody } from "../../_kit/takes-body"
import type { OwnVendorRoute } from "../../_kit/vendor-route"
import { CreateSeller, UpdateSeller } from "../../_contracts/seller"
import { TransferOwnership } from "../../_contracts/member"
import { NoBody } from "../../_contracts/no-body"

/** Sign-up, the own seller, and what a new seller still has to do. */
export const sellerRoutes: OwnVendorRoute[] = [
  {
    method: "POST",
    path: "/vendor/sellers",
    access: "identity",
    permission: null,
    rate: "signups",
    middlewares: [takesBody(CreateSeller)],
  },
  {
    method: "GET",
    path: "/vendor/application",
    access: "identity",
    permission: null,
  },
  { method: "GET", path: "/vendor/sellers/me", permission: null },
  {
    method: "POST",
    path: "/vendor/sellers/me",
    permission: "settings:write",
    whileSuspended: true,
    // An emptied name is no new one.
    bodyShape: { name: (name) => name || undefined },
    middlewares: [takesBody(UpdateSeller)],
  },
  {
    method: "POST",
    path: "/vendor/sellers/me/owner",
    permission: "team:write",
    middlewares: [takesBody(TransferOwnership)],
  },
  { method: "GET", path: "/vendor/sellers/me/onboarding", permission: null },
  {
    method: "POST",
    path: "/vendor/sellers/me/onboarding",
    permission: null,
    whileSuspended: true,
    middlewares: [takesBody(NoBody)],
  },
  { method: "GET", path: "/vendor/talkjs", permission: null },
]
