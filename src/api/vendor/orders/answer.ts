import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { isRecord } from "../../_kit/record"
import type { Shape } from "../../_kit/shape"
import { presentedFields, presentOrder } from "./present"

/** The order in the fields that were asked for, with its computed statuses. */
export async function readOrder(
  req: MedusaRequest,
  id: string
): Promise<Record<string, unknown>> {
  const { fields } = req.queryConfig
  const { result } = await getOrderDetailWorkflow(req.scope).run({
    input: { order_id: id, fields: [...fields, ...presentedFields] },
  })
  return presentOrder({ ...result }, fields)
}

/** Medusa answers most changes of an order without its statuses, which panels cannot do without. */
export const wholeOrder: Shape = {
  "": async (body, { req, params }) => ({
    ...(isRecord(body) && body),
    order: await readOrder(req, params.id ?? ""),
  }),
}

/** `GET /vendor/orders/:id`. */
export async function getOrder(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ order: await readOrder(req, req.params.id ?? "") })
}
