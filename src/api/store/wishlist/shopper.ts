import type { MedusaStoreRequest } from "@medusajs/framework/http"
import { operatorOf as actorOf } from "../../_kit/identity"

/** The signed-in customer, and the channels of the storefront that it uses. */
export function shopperOf<Body>(req: MedusaStoreRequest<Body>) {
  return {
    customer_id: actorOf(req),
    sales_channel_ids: req.publishable_key_context.sales_channel_ids,
  }
}
