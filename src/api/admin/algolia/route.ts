import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Classic panels ask here which external search service is set up; there is none: search runs on Medusa's own lists. */
export function GET(_req: MedusaRequest, res: MedusaResponse): void {
  res.json({ appId: null, productIndex: false })
}

/** @throws MedusaError NOT_ALLOWED (400), as there is no external index to fill. */
export function POST(): never {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "No external search service is set up; product search needs no synchronisation"
  )
}
