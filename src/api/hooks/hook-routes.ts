import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A signature is over the very bytes that came; no message of a provider is larger. */
export const hookRoutes: MiddlewareRoute[] = [
  {
    matcher: "/hooks/payouts/:provider",
    methods: ["POST"],
    bodyParser: { preserveRawBody: true, sizeLimit: "256kb" },
  },
]
