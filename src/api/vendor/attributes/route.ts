import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listAttributesWorkflow } from "../../../workflows/attribute/list-attributes"
import { attributeQuery, presentAttribute } from "../../_contracts/attribute"

/** What products say about themselves here: `{ attributes, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const page = attributeQuery(req.query)
  const { result } = await listAttributesWorkflow(req.scope).run({
    input: page,
  })
  res.json({
    attributes: result.attributes.map(presentAttribute),
    count: result.count,
    offset: page.offset,
    limit: page.limit,
  })
}
