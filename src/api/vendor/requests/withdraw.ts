import type { MedusaRequest } from "@medusajs/framework/http"
import { decideRequestWorkflow } from "../../../workflows/request/decide-request"
import { keepConflict } from "../../_kit/keep-conflict"
import { sellerContext } from "../../_kit/vendor-route"

/** Takes back a request of the seller's own, in the name of the caller. */
export async function withdraw(
  req: MedusaRequest,
  id: string,
  note: string | null = null
): Promise<void> {
  await keepConflict(
    decideRequestWorkflow(req.scope).run({
      input: {
        id,
        to: "withdrawn",
        actor_type: "member",
        actor_id: sellerContext(req).memberId,
        note,
      },
    })
  )
}
