import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toHandle } from "@medusajs/framework/utils"
import { listAttributesWorkflow } from "../../../workflows/attribute/list-attributes"
import { saveAttributeWorkflow } from "../../../workflows/attribute/save-attribute"
import {
  attributeQuery,
  presentAdminAttribute,
  type CreateAttribute,
} from "../../_contracts/attribute"
import { readAttribute, toAttribute } from "./read-attribute"

/** Every attribute, whole: `{ attributes, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const page = attributeQuery(req.query)
  const { result } = await listAttributesWorkflow(req.scope).run({
    input: page,
  })
  res.json({
    attributes: result.attributes.map(presentAdminAttribute),
    count: result.count,
    offset: page.offset,
    limit: page.limit,
  })
}

/** Creates an attribute, of the categories or of every product: 201 `{ attribute }`. */
export async function POST(
  req: MedusaRequest<CreateAttribute>,
  res: MedusaResponse
): Promise<void> {
  const body = req.validatedBody
  const { result: id } = await saveAttributeWorkflow(req.scope).run({
    input: {
      ...toAttribute(body),
      handle: body.handle ?? toHandle(body.name),
      category_ids: body.product_category_ids ?? [],
    },
  })
  res.status(201).json({ attribute: await readAttribute(req, id) })
}
