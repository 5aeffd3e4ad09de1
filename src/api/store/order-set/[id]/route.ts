import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readOrderSets } from "../../../../workflows/order-set/list-order-sets"
import { isOrderSetSecret } from "../../../../workflows/order-set/order-set-secret"
import { setOrderFields } from "../../../_contracts/order-set"

/**
 * One set, for the customer who bought it, or for a guest who shows the e-mail
 * of the order and the secret that completion answered, in the headers
 * `x-order-email` and `x-order-secret`: a query would end up in logs.
 *
 * @throws MedusaError NOT_FOUND (404) for everybody else.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const [found] = await readOrderSets(req.scope, [id], setOrderFields)
  if (!found || !mayRead(req, id, found.set)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order set with id: ${id} was not found`
    )
  }
  res.json({ order_set: found.set })
}

type Owned = { customer_id: string | null; email: string | null }

function mayRead(req: MedusaRequest, id: string, set: Owned): boolean {
  const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
  if (auth_context?.actor_id && set.customer_id === auth_context.actor_id) {
    return true
  }
  const email = req.get("x-order-email")?.trim().toLowerCase()
  const secret = req.get("x-order-secret")
  return (
    !!email &&
    !!secret &&
    set.email?.toLowerCase() === email &&
    isOrderSetSecret(req.scope, id, secret)
  )
}
