import { createHash, randomUUID } from "node:crypto"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isTracked, trackWorkflow } from "../../workflows/analytics/track"
import { visits, type Visit } from "../../workflows/analytics/track-table"

const lines = z.object({
  variant_id: z.string().min(1),
  quantity: z.number().catch(1),
})

/** What was visited, for each kind of visit; null when the request does not say. */
const subjects: Record<Visit, (req: MedusaRequest) => object | null> = {
  [visits.PRODUCT_VIEWED]: ({ params }) => ({ id: params.id }),
  [visits.SELLER_VIEWED]: ({ params }) => ({ handle: params.handle }),
  [visits.PRODUCT_ADDED]: ({ body, params }) => {
    const { data } = lines.safeParse(body)
    return data ? { ...data, cart_id: params.id } : null
  },
}

/**
 * Tells the host's analytics service of a visit once the answer is out: it
 * neither waits for it nor fails with it. A storefront that calls from its
 * server names the shopper in the header `x-visitor-id`, which leaves as a hash.
 */
export function tracksVisit(visit: Visit) {
  return function trackVisit(
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): void {
    const subject = isTracked(req.scope, visit) ? subjects[visit](req) : null
    if (subject) {
      res.once("finish", () => {
        if (res.statusCode < 300) {
          track(req, visit, subject)
        }
      })
    }
    next()
  }
}

function track(
  req: AuthenticatedMedusaRequest,
  visit: Visit,
  subject: object
): void {
  const logger: Logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  trackWorkflow(req.scope)
    .run({
      input: {
        event: visit,
        data: { ...subject, visitor: visitorOf(req), visit: randomUUID() },
      },
    })
    // The shopper has its answer: there is nobody to tell but the log.
    .catch(() => logger.warn(`${visit} was not tracked`))
}

/** A customer, else what the storefront says, else the cart; "anonymous" is nobody in particular. */
function visitorOf(req: AuthenticatedMedusaRequest): string {
  // Medusa leaves it out of its type for requests without a login.
  const customer: string | undefined = req.auth_context?.actor_id
  const named = req.headers["x-visitor-id"]
  if (customer || typeof named !== "string" || !named) {
    const isCart = req.path.startsWith("/store/carts/")
    return customer || (isCart && req.params.id) || "anonymous"
  }
  const hash = createHash("sha256").update(named).digest("hex")
  return `visitor_${hash.slice(0, 32)}`
}
