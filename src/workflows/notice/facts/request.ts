import { REQUEST_MODULE } from "../../../modules/request"
import type { RequestModuleService } from "../../../modules/request/service"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** A request; not an application, of which the seller's own events tell. */
export const requestFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [request] = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests({ id })
  if (!request || request.kind === "seller") {
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
