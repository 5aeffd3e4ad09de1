import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePossibleValueWorkflow } from "../../../../../workflows/attribute/change-possible-values"
import type { CreatePossibleValue } from "../../../../_contracts/attribute"
import { listQuery } from "../../../../_contracts/list-query"
import { readAttribute, readPossibleValue } from "../../read-attribute"

/** The values that an attribute offers, by rank: `{ possible_values, attribute_possible_values, count, offset, limit }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { limit, offset } = listQuery(req.query, [], 1000)
  const attribute = await readAttribute(req, req.params.id ?? "")
  const values = attribute.possible_values
  const page = values.slice(offset, offset + limit)
  res.json({
    possible_values: page,
    attribute_possible_values: page,
    count: values.length,
    offset,
    limit,
  })
}

/** Adds one: 201 `{ possible_value, attribute_possible_value }`. */
export async function POST(
  req: MedusaRequest<CreatePossibleValue>,
  res: MedusaResponse
): Promise<void> {
  const { result: id } = await savePossibleValueWorkflow(req.scope).run({
    input: { attribute_id: req.params.id ?? "", value: req.validatedBody },
  })
  const value = await readPossibleValue(req, id)
  res
    .status(201)
    .json({ possible_value: value, attribute_possible_value: value })
}
