import type { ReturnWorkflow } from "@medusajs/framework/workflows-sdk"
import type { RequestRow } from "../../modules/request/service"
import { acceptSellerWorkflow } from "../seller/accept-seller"
import { rejectSellerWorkflow } from "../seller/reject-seller"
import type { RequestResult } from "./request-result"

/** What a decision runs. Both get the request as it is after the decision. */
export type RequestKind = {
  accept: ReturnWorkflow<{ request: RequestRow }, RequestResult, []>
  reject: ReturnWorkflow<{ request: RequestRow }, RequestResult, []>
}

/** Every kind of request: a new kind is one row here and its two workflows. */
export const requestKinds: Record<string, RequestKind> = {
  seller: { accept: acceptSellerWorkflow, reject: rejectSellerWorkflow },
}
