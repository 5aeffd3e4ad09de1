import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  presentSeller,
  publicSellerQueryFields,
} from "../../../_contracts/public-seller"
import { openSellers } from "../open-sellers"

/** The page of one seller that sells now: `{ seller }`, else 404. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const handle = req.params.handle ?? ""
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "seller",
    fields: publicSellerQueryFields,
    filters: { handle, ...openSellers(new Date()) },
  })
  if (!data[0]) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Seller with handle '${handle}' not found`
    )
  }
  res.json({ seller: presentSeller(data[0]) })
}
