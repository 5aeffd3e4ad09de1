import type { MedusaRequest } from "@medusajs/framework/http"
import { decideRequestWorkflow } from "../../../workflows/request/decide-request"
import { listReturnRequestsWorkflow } from "../../../workflows/order/list-return-requests"
import { presentReturnRequest } from "../../_contracts/return-request"
import { operatorOf as actorOf } from "../../_kit/identity"
import { keepConflict } from "../../_kit/keep-conflict"
import { oneRow } from "../../_kit/one-row"

/** The signed-in customer. */
export const customerOf = actorOf

/**
 * One request of the caller.
 *
 * @throws MedusaError NOT_FOUND, also for somebody else's.
 */
export async function readOwnReturnRequest(req: MedusaRequest, id: string) {
  const { result } = await listReturnRequestsWorkflow(req.scope).run({
    input: { of: { customer_id: customerOf(req) }, id, limit: 1, offset: 0 },
  })
  return presentReturnRequest(oneRow(result.requests, "Return request", id))
}

/** Moves a request of the caller, in the customer's name. */
export async function moveOwnReturnRequest(
  req: MedusaRequest,
  to: "escalated" | "withdrawn",
  note: string | null
) {
  const { id } = await readOwnReturnRequest(req, req.params.id ?? "")
  await keepConflict(
    decideRequestWorkflow(req.scope).run({
      input: {
        id,
        to,
        actor_type: "customer",
        actor_id: customerOf(req),
        note,
      },
    })
  )
  return await readOwnReturnRequest(req, id)
}
