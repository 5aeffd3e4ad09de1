import {
  refetchEntity,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { saveDetailsWorkflow } from "../../../../../workflows/taxonomy/save-details"
import {
  presentDetails,
  type SaveDetails,
} from "../../../../_contracts/taxonomy"
import { oneRow } from "../../../../_kit/one-row"

/** Pictures and rank of a category: `{ product_category, thumbnail_id, icon_id, banner_id, rank, media }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  await answerDetails(req, res)
}

/** Writes them; absent fields stay: `{ product_category, thumbnail_id, icon_id, banner_id, rank, media }`. */
export async function POST(
  req: MedusaRequest<SaveDetails>,
  res: MedusaResponse
): Promise<void> {
  await saveDetailsWorkflow(req.scope).run({
    input: {
      kind: "product_category",
      id: req.params.id ?? "",
      details: req.validatedBody,
    },
  })
  await answerDetails(req, res)
}

async function answerDetails(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const found = await refetchEntity({
    entity: "product_category",
    idOrFilter: id,
    scope: req.scope,
    fields: ["*", "category_detail.*", "category_detail.media.*"],
  })
  const { category_detail: detail, ...row } = oneRow(
    found ? [found] : [],
    "Category",
    id
  )
  const details = presentDetails(detail)
  res.json({
    product_category: { ...row, category_detail: details },
    ...details,
  })
}
