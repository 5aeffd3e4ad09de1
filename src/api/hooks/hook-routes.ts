import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limited } from "../_kit/rate-limit"

/**
 * A signature is over the very bytes that came; no message of a provider is
 * larger. Who sends many forged ones has to wait; a genuine one that is refused
 * meanwhile comes again, and what it says is asked for anyway.
 */
export const hookRoutes: MiddlewareRoute[] = [
  {
    matcher: "/hooks/payouts/:provider",
    methods: ["POST"],
    bodyParser: { preserveRawBody: true, sizeLimit: "256kb" },
    middlewares: [limited("hooks")],
  },
]
