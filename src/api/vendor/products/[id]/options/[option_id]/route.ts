import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UpdateProductOption } from "../../../../../_contracts/product-option"
import { presentOwnRequest } from "../../../../../_contracts/request"
import { answerProduct } from "../../../write"
import { changeProduct } from "../../../write-variants"

/** Changes title or values of an option that is this product's own: `{ product, requests }`. */
export async function POST(
  req: MedusaRequest<UpdateProductOption>,
  res: MedusaResponse
): Promise<void> {
  const option_id = req.params.option_id ?? ""
  const { requests } = await changeProduct(req, {
    options: { update: [{ ...req.validatedBody, option_id }] },
  })
  await answerProduct(req, res, { id: req.params.id ?? "", requests })
}

/** Takes an option off its product, which ends it: `{ id, object, deleted, requests? }`; `deleted` is false while that waits. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.option_id ?? ""
  const { requests } = await changeProduct(req, { options: { remove: [id] } })
  res.json({
    id,
    object: "option",
    deleted: !requests.length,
    ...(requests.length && { requests: requests.map(presentOwnRequest) }),
  })
}
