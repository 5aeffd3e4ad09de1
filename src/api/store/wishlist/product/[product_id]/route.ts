import type {
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { dropProductWorkflow } from "../../../../../workflows/wishlist/drop-product"
import { shopperOf } from "../../shopper"

/** Takes a product off the customer's list: `{ id, reference_id, object, deleted }`; `deleted` is false when it was not there. */
export async function DELETE(
  req: MedusaStoreRequest,
  res: MedusaResponse
): Promise<void> {
  const product_id = req.params.product_id ?? ""
  const { customer_id } = shopperOf(req)
  const { result: id } = await dropProductWorkflow(req.scope).run({
    input: { customer_id, product_id },
  })
  res.json({
    id,
    reference_id: product_id,
    object: "wishlist",
    deleted: id !== null,
  })
}
