import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { registerSellerWorkflow } from "../../../workflows/seller/register-seller"
import {
  presentOwnSeller,
  toRegistration,
  type CreateSeller,
} from "../../_contracts/seller"
import { identityOf } from "../../_kit/identity"
import { keepConflict } from "../../_kit/keep-conflict"

/** Applies as a seller: 201 `{ seller, request_id }`. */
export async function POST(
  req: MedusaRequest<CreateSeller>,
  res: MedusaResponse
): Promise<void> {
  const { result } = await keepConflict(
    registerSellerWorkflow(req.scope).run({
      input: toRegistration(
        identityOf(req).auth_identity_id,
        req.validatedBody
      ),
    })
  )
  const { seller, profile, request } = result
  res.status(201).json({
    seller: presentOwnSeller({ ...profile, ...seller }),
    request_id: request.id,
  })
}
