import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listAttributesWorkflow } from "../../../../../workflows/attribute/list-attributes"
import {
  attributeQuery,
  presentAttribute,
} from "../../../../_contracts/attribute"

/** The attributes that every product and those of this one's categories have: `{ attributes, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const page = attributeQuery(req.query)
  const { result } = await listAttributesWorkflow(req.scope).run({
    input: { ...page, product_id: req.params.id ?? "" },
  })
  res.json({
    attributes: result.attributes.map(presentAttribute),
    count: result.count,
    offset: page.offset,
    limit: page.limit,
  })
}
