import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { ownReturns, storeReturnFields } from "../own-returns"

/**
 * One return of the customer: `{ return }`.
 *
 * @throws MedusaError NOT_FOUND, also for somebody else's.
 */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const {
    data: [found],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "return",
    fields: storeReturnFields,
    filters: { id, ...ownReturns(req) },
  })
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Return with id: ${id} was not found`
    )
  }
  res.json({ return: found })
}
