import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readOrderSets } from "../../../../workflows/order-set/list-order-sets"
import { setOrderFields } from "../../../_contracts/order-set"

/** One placed set with its orders: `{ order_set }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const [found] = await readOrderSets(req.scope, [id], setOrderFields)
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order set with id: ${id} was not found`
    )
  }
  res.json({ order_set: found.set })
}
