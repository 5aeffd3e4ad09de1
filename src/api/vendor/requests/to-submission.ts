import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { kindsOnDemand } from "../../../workflows/request/kinds"
import type { SubmitRequestInput } from "../../../workflows/request/request-kind"
import type { SubmitRequest } from "../../_contracts/request"
import { sellerContext } from "../../_kit/vendor-route"

/**
 * What a member asks for, in its own name.
 *
 * @throws MedusaError INVALID_DATA for a kind that sellers do not ask for.
 */
export function toSubmission(
  req: MedusaRequest,
  { type, data, attachments }: SubmitRequest["request"]
): SubmitRequestInput {
  const allowed = kindsOnDemand()
  if (!allowed.includes(type)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'request, type' takes one of ${allowed.join(", ")}`
    )
  }
  const { sellerId, memberId } = sellerContext(req)
  return {
    kind: type,
    seller_id: sellerId,
    submitter_type: "member",
    submitter_id: memberId,
    payload: data,
    attachments,
  }
}
