import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listSellersWorkflow } from "../../../../workflows/seller/list-sellers"
import { updateSellerWorkflow } from "../../../../workflows/seller/update-seller"
import {
  presentOwnSeller,
  toUpdate,
  type UpdateSeller,
} from "../../../_contracts/seller"
import { keepConflict } from "../../../_kit/keep-conflict"
import { sellerContext } from "../../../_kit/vendor-route"

/** The own seller, with contact, address and tax data: `{ seller }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { sellerId } = sellerContext(req)
  const { result } = await listSellersWorkflow(req.scope).run({
    input: { ids: [sellerId], limit: 1, offset: 0 },
  })
  res.json({ seller: result.sellers.map(presentOwnSeller)[0] })
}

/** Writes the given fields: `{ seller }`. The handle stays unless it is sent. */
export async function POST(
  req: MedusaRequest<UpdateSeller>,
  res: MedusaResponse
): Promise<void> {
  const { sellerId } = sellerContext(req)
  await keepConflict(
    updateSellerWorkflow(req.scope).run({
      input: toUpdate(sellerId, req.validatedBody),
    })
  )
  await GET(req, res)
}
