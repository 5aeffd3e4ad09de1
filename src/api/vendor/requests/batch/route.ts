import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { batchRequestsWorkflow } from "../../../../workflows/request/batch-requests"
import {
  presentOwnRequest,
  type BatchRequests,
} from "../../../_contracts/request"
import { keepConflict } from "../../../_kit/keep-conflict"
import { sellerContext } from "../../../_kit/vendor-route"
import { toSubmission } from "../to-submission"

/** Makes, changes and withdraws several at once, all or none: `{ created, updated, deleted }`. */
export async function POST(
  req: MedusaRequest<BatchRequests>,
  res: MedusaResponse
): Promise<void> {
  const { create, update, delete: ids } = req.validatedBody
  const { result } = await keepConflict(
    batchRequestsWorkflow(req.scope).run({
      input: {
        member_id: sellerContext(req).memberId,
        create: create.map(({ request }) => toSubmission(req, request)),
        update: update.map(({ id, request: { type, data, attachments } }) => ({
          ...{ id, kind: type, payload: data, attachments },
        })),
        delete: ids,
      },
    })
  )
  res.json({
    created: result.created.map(presentOwnRequest),
    updated: result.updated.map(presentOwnRequest),
    deleted: ids,
  })
}
