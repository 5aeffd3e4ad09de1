import { REQUEST_MODULE } from "../../../modules/request"
import type { RequestModuleService } from "../../../modules/request/service"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { returnRequestPayload } from "../../order/return-request-payload"
import { readOrder } from "./orders"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** Kinds with words of their own: an application is told by the seller's events. */
const ownWords = ["seller", "order_return"]

/** A request of a seller for the operator. */
export const requestFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [request] = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests({ id })
  if (!request || ownWords.includes(request.kind)) {
    return null
  }
  const [seller] = request.seller_id
    ? await container
        .resolve<SellerModuleService>(SELLER_MODULE)
        .listSellers({ id: request.seller_id })
    : []
  return {
    resource_type: "request",
    resource_id: id,
    version: "1",
    seller_id: request.seller_id,
    data: {
      request: request.title,
      kind: request.kind,
      seller: seller?.name,
      reason: request.reviewer_note,
    },
  }
}

/** What a buyer asks to send back, and what became of it. */
export const returnRequestFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [request] = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests({ id, kind: "order_return" })
  const asked = returnRequestPayload.safeParse(request?.payload).data
  const order = asked && (await readOrder(container, asked.order_id))
  return order
    ? {
        ...order,
        resource_type: "request",
        resource_id: id,
        data: {
          ...order.data,
          items: undefined,
          reason: request?.reviewer_note,
          note: asked.customer_note,
        },
      }
    : null
}
