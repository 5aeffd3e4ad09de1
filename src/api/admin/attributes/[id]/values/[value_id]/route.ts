import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  removePossibleValueWorkflow,
  savePossibleValueWorkflow,
} from "../../../../../../workflows/attribute/change-possible-values"
import type { UpdatePossibleValue } from "../../../../../_contracts/attribute"
import { readPossibleValue } from "../../../read-attribute"

/** One value that an attribute offers: `{ possible_value, attribute_possible_value }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const value = await readPossibleValue(req, req.params.value_id ?? "")
  res.json({ possible_value: value, attribute_possible_value: value })
}

/** Changes it, in the products that have it, too: `{ possible_value, attribute_possible_value }`. */
export async function POST(
  req: MedusaRequest<UpdatePossibleValue>,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.value_id ?? ""
  await savePossibleValueWorkflow(req.scope).run({
    input: {
      attribute_id: req.params.id ?? "",
      value: { ...req.validatedBody, id },
    },
  })
  const value = await readPossibleValue(req, id)
  res.json({ possible_value: value, attribute_possible_value: value })
}

/** Takes it off the list; refused while products have it: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.value_id ?? ""
  await removePossibleValueWorkflow(req.scope).run({
    input: { attribute_id: req.params.id ?? "", id },
  })
  res.json({ id, object: "attribute_possible_value", deleted: true })
}
