import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { presentApplication } from "../../_contracts/request"
import { identityOf } from "../../_kit/identity"

/**
 * Where the caller's application stands: `{ application, applications }`, the
 * newest first. Any login that applied may ask, whatever was decided.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "request",
    fields: ["*"],
    filters: { kind: "seller", subject_id: identityOf(req).auth_identity_id },
    pagination: { order: { created_at: "DESC" } },
  })
  const [application, ...earlier] = data.map(presentApplication)
  if (!application) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no application of this login"
    )
  }
  res.json({ application, applications: [application, ...earlier] })
}
