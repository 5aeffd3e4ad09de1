import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listAttributesWorkflow } from "../../../../workflows/attribute/list-attributes"
import { presentAttribute } from "../../../_contracts/attribute"
import { oneRow } from "../../../_kit/one-row"

/** One attribute: `{ attribute }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const { result } = await listAttributesWorkflow(req.scope).run({
    input: { id, limit: 1, offset: 0, order: { id: "ASC" } },
  })
  res.json({
    attribute: presentAttribute(oneRow(result.attributes, "Attribute", id)),
  })
}
