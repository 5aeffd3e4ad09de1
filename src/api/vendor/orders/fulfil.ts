import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import type { OrderCreateFulfillment } from "@medusajs/medusa/api/admin/orders/validators"
import { fulfilOrder } from "../../../workflows/order/fulfil-order"
import { sellerContext } from "../../_kit/vendor-route"
import { readOrder } from "./answer"

/** `POST /vendor/orders/:id/fulfillments` answers the order, as Medusa does, and the fulfilment, as panels expect. */
export async function createFulfillment(
  req: AuthenticatedMedusaRequest<z.infer<typeof OrderCreateFulfillment>>,
  res: MedusaResponse
): Promise<void> {
  const order_id = req.params.id ?? ""
  const { sellerId, memberId } = sellerContext(req)
  const fulfillment = await fulfilOrder(req.scope, sellerId, {
    ...req.validatedBody,
    order_id,
    created_by: memberId,
  })
  res.json({ order: await readOrder(req, order_id), fulfillment })
}
