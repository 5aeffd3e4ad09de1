import type { OwnVendorRoute } from "../../_kit/vendor-route"

/** The operator's rules, as they hold for this seller. */
export const configurationRoutes: OwnVendorRoute[] = [
  { method: "GET", path: "/vendor/configuration", permission: null },
]
