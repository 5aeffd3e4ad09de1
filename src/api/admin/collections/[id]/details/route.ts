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

/** Pictures and rank of a collection: `{ collection, thumbnail_id, icon_id, banner_id, rank, media }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  await answerDetails(req, res)
}

/** Writes them; absent fields stay: `{ collection, thumbnail_id, icon_id, banner_id, rank, media }`. */
export async function POST(
  req: MedusaRequest<SaveDetails>,
  res: MedusaResponse
): Promise<void> {
  await saveDetailsWorkflow(req.scope).run({
    input: {
      kind: "product_collection",
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
    entity: "product_collection",
    idOrFilter: id,
    scope: req.scope,
    fields: ["*", "collection_detail.*", "collection_detail.media.*"],
  })
  const { collection_detail: detail, ...row } = oneRow(
    found ? [found] : [],
    "Collection",
    id
  )
  const details = presentDetails(detail)
  res.json({ collection: { ...row, collection_detail: details }, ...details })
}
