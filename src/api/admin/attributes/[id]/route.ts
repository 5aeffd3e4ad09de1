import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteAttributeWorkflow } from "../../../../workflows/attribute/delete-attribute"
import { saveAttributeWorkflow } from "../../../../workflows/attribute/save-attribute"
import type { UpdateAttribute } from "../../../_contracts/attribute"
import { readAttribute, toAttribute } from "../read-attribute"

/** One attribute: `{ attribute }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ attribute: await readAttribute(req, req.params.id ?? "") })
}

/** Changes it: `{ attribute }`. */
export async function POST(
  req: MedusaRequest<UpdateAttribute>,
  res: MedusaResponse
): Promise<void> {
  const { id } = await readAttribute(req, req.params.id ?? "")
  await saveAttributeWorkflow(req.scope).run({
    input: { ...toAttribute(req.validatedBody), id },
  })
  res.json({ attribute: await readAttribute(req, id) })
}

/** Takes it away, with what products say of it: `{ id, object, deleted }`. */
export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await deleteAttributeWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "attribute", deleted: true })
}
