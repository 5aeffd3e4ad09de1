import type { MedusaRequest } from "@medusajs/framework/http"
import { listAttributesWorkflow } from "../../../workflows/attribute/list-attributes"
import {
  presentAdminAttribute,
  type CreateAttribute,
  type UpdateAttribute,
} from "../../_contracts/attribute"
import { oneRow } from "../../_kit/one-row"

/** @throws MedusaError NOT_FOUND */
export async function readAttribute(req: MedusaRequest, id: string) {
  const { result } = await listAttributesWorkflow(req.scope).run({
    input: { id, limit: 1, offset: 0, order: { id: "ASC" } },
  })
  return presentAdminAttribute(oneRow(result.attributes, "Attribute", id))
}

/**
 * One value of the attribute in the path.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readPossibleValue(req: MedusaRequest, valueId: string) {
  const { possible_values } = await readAttribute(req, req.params.id ?? "")
  return oneRow(
    possible_values.filter(({ id }) => id === valueId),
    "Possible value",
    valueId
  )
}

/** Under the names that the workflow has. */
export function toAttribute<Body extends CreateAttribute | UpdateAttribute>({
  product_category_ids,
  ...attribute
}: Body) {
  return {
    ...attribute,
    ...(product_category_ids && { category_ids: product_category_ids }),
  }
}
