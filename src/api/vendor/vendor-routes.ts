import type { MiddlewareRoute } from "@medusajs/framework/http"
import { ensureRowsMatchFiles, routeFiles } from "../_kit/route-files"
import { limited } from "../_kit/rate-limit"
import { onlyFor, sellerGate } from "../_kit/seller-gate"
import { reportUnnamed } from "../_kit/unnamed-fields"
import { vendorCors } from "../_kit/vendor-cors"
import type { OwnVendorRoute } from "../_kit/vendor-route"
import { registerVendorRoutes } from "../_kit/vendor-table"
import { mirroredRoutes } from "./_mirrors"
import { attributeRoutes } from "./_routes/attributes"
import { booksRoutes } from "./_routes/books"
import { commissionRoutes } from "./_routes/commission"
import { configurationRoutes } from "./_routes/configuration"
import { documentRoutes } from "./_routes/documents"
import { inviteRoutes } from "./_routes/invites"
import { memberRoutes } from "./_routes/members"
import { payoutRoutes } from "./_routes/payouts"
import { notificationRoutes } from "./_routes/notifications"
import { productOptionRoutes } from "./_routes/product-options"
import { reportRoutes } from "./_routes/reports"
import { requestRoutes } from "./_routes/requests"
import { returnRequestRoutes } from "./_routes/return-requests"
import { reviewRoutes } from "./_routes/reviews"
import { sellerRoutes } from "./_routes/sellers"
import { uploadRoutes } from "./_routes/uploads"
import { transferRoutes } from "./_routes/transfers"
import { statisticsRoutes } from "./_routes/statistics"

/** Rows of our own route files, from `_routes/`. */
const own: OwnVendorRoute[] = [
  ...sellerRoutes,
  ...configurationRoutes,
  ...attributeRoutes,
  ...memberRoutes,
  ...inviteRoutes,
  ...notificationRoutes,
  ...productOptionRoutes,
  ...uploadRoutes,
  ...documentRoutes,
  ...transferRoutes,
  ...requestRoutes,
  ...returnRequestRoutes,
  ...reviewRoutes,
  ...payoutRoutes,
  ...booksRoutes,
  ...statisticsRoutes,
  ...reportRoutes,
  ...commissionRoutes,
]

ensureRowsMatchFiles(own, routeFiles(__dirname, "/vendor"))
registerVendorRoutes([...own, ...mirroredRoutes])
reportUnnamed(mirroredRoutes)

/** The gate before everything under `/vendor`, and behind it each row's own chain. */
export const vendorRoutes: MiddlewareRoute[] = [
  { matcher: "/vendor", middlewares: [vendorCors, ...sellerGate] },
  // Logins, registrations and resets of members.
  {
    matcher: "/auth/seller*",
    methods: ["POST"],
    middlewares: [limited("auth")],
  },
  ...[...own, ...mirroredRoutes].map((row) => ({
    matcher: row.path,
    methods: [row.method],
    middlewares: [onlyFor(row), ...(row.middlewares ?? [])],
    bodyParser: row.bodyParser,
  })),
]
