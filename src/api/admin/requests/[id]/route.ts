import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { decideRequestWorkflow } from "../../../../workflows/request/decide-request"
import type { DecideRequest } from "../../../_contracts/request"
import { operatorOf } from "../../../_kit/identity"
import { keepConflict } from "../../../_kit/keep-conflict"
import { readRequestChanges } from "../../../_kit/request-changes"
import { withSellers } from "../read-requests"

/** One request with its seller and its history: `{ request }`. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  res.json({ request: await readRequest(req) })
}

/**
 * Decides a request: `{ id, status, createdResourceType, createdResource, request }`.
 * When it answers 200 for an accepted application, the seller is active.
 */
export async function POST(
  req: MedusaRequest<DecideRequest>,
  res: MedusaResponse
): Promise<void> {
  const { status, reviewer_note, revision } = req.validatedBody
  await keepConflict(
    decideRequestWorkflow(req.scope).run({
      input: {
        id: req.params.id ?? "",
        to: status,
        actor_type: "user",
        actor_id: operatorOf(req),
        note: reviewer_note ?? null,
        revision,
      },
    })
  )
  const request = await readRequest(req)
  const { id, result, seller } = request
  res.json({
    id,
    status: request.status,
    ...(result
      ? {
          createdResourceType: result.type,
          createdResource: result.type === "seller" ? seller : result,
        }
      : {}),
    request,
  })
}

async function readRequest(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "request", fields: ["*"], filters: { id } })
  const [request] = await withSellers(req.scope, data)
  if (!request) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Request with id: ${id} was not found`
    )
  }
  return { ...request, changes: await readRequestChanges(req.scope, id) }
}
