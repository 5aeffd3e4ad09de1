import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
  OrderChangeStatus,
} from "@medusajs/framework/utils"

/**
 * What is added to a claim, exchange, return or edit is added to its open
 * change. Medusa 2.21 reads that change before it asks whether there is one,
 * and answers 500.
 *
 * @param column - Of an order change, which holds what `:id` is.
 */
export function ensureOpenChange(
  column: "claim_id" | "exchange_id" | "return_id" | "order_id"
): MiddlewareFunction {
  return async function ensureChangeIsOpen(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order_change",
        fields: ["id"],
        filters: {
          [column]: req.params.id,
          status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
        },
      })
    if (!data.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Nothing of ${req.params.id} is being changed: it is done, cancelled, or has to be begun first`
      )
    }
    next()
  }
}
