import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

/**
 * A claim or exchange gets its return with the first item that comes back.
 * Before that Medusa 2.21 looks for a return without an id, and finds anybody's.
 */
export function ensureReturn(
  entity: "order_claim" | "order_exchange"
): MiddlewareFunction {
  return async function ensureReturnExists(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity,
        fields: ["return_id"],
        filters: { id: req.params.id },
      })
    if (!data[0]?.return_id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Nothing comes back with ${req.params.id} yet: add inbound items first`
      )
    }
    next()
  }
}
