import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellerColumnFilter } from "../../../scope/seller-filter"
import { submitRequestWorkflow } from "../../../workflows/request/submit-request"
import {
  presentOwnRequest,
  requestSearch,
  type SubmitRequest,
} from "../../_contracts/request"
import { keepConflict } from "../../_kit/keep-conflict"
import { sellerContext } from "../../_kit/vendor-route"
import { toSubmission } from "./to-submission"

/** The seller's requests, newest first: `{ requests, count, offset, limit }`, all of them unless `limit` is sent; by `type`, `status`, `submitter_id`, `created_at`, `q`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const { filters, pagination, limit, offset } = requestSearch(req.query)
  const { data, metadata } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "request",
      fields: ["*"],
      filters: {
        ...filters,
        ...sellerColumnFilter(sellerContext(req).sellerId),
      },
      pagination,
    })
  res.json({
    requests: data.map(presentOwnRequest),
    count: metadata?.count ?? data.length,
    offset,
    limit,
  })
}

/** Asks the operator for something: 201 `{ request }`. */
export async function POST(
  req: MedusaRequest<SubmitRequest>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepConflict(
    submitRequestWorkflow(req.scope).run({
      input: toSubmission(req, req.validatedBody.request),
    })
  )
  res.status(201).json({ request: presentOwnRequest(result) })
}
