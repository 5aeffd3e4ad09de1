import type { MedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { presentOwnRequest } from "../../_contracts/request"
import { readRequestChanges } from "../../_kit/request-changes"
import { sellerContext } from "../../_kit/vendor-route"

/** The request of the path with its history. */
export async function readOwnRequest(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "request",
      fields: ["*"],
      filters: { id, ...sellerColumnFilter(sellerContext(req).sellerId) },
    })
  const [request] = data
  if (!request) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `request with id: ${id} was not found`
    )
  }
  return {
    ...presentOwnRequest(request),
    changes: await readRequestChanges(req.scope, id),
  }
}
