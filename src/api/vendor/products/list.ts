import type { MedusaResponse } from "@medusajs/framework/http"
import * as core from "@medusajs/medusa/api/admin/products/route"
import { ownStatusFilter } from "../../../workflows/product/own-status-filter"
import { sellerContext } from "../../_kit/vendor-route"

type ListRequest = Parameters<typeof core.GET>[0]

/** `GET /vendor/products`: Medusa's list, by the status that the seller reads. */
export async function listProducts(
  req: ListRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId } = sellerContext(req)
  req.filterableFields = await ownStatusFilter(
    req.scope,
    sellerId,
    req.filterableFields
  )
  await core.GET(req, res)
}
