import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type RequestSubmitted } from "../../events"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestModuleService,
  RequestRow,
} from "../../modules/request/service"

export type SubmitRequestInput = {
  /** A key of `kinds.ts`. */
  kind: string
  /** What lists show and search. */
  title: string
  /** What it is about; at most one request per kind and subject is open. */
  subject_id: string
  seller_id: string | null
  submitter_type: RequestRow["submitter_type"]
  submitter_id: string
  payload: Record<string, unknown>
}

const createRequestStep = createStep(
  "create-request",
  async (input: SubmitRequestInput, { container }) => {
    const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
    const request = await requests.createRequests({
      ...input,
      status: "pending",
    })
    return new StepResponse(request, request.id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<RequestModuleService>(REQUEST_MODULE)
        .deleteRequests(id)
    }
  }
)

export const submitRequestWorkflowId = "submit-request"

/**
 * Puts something before the operator. A second open request for the same kind
 * and subject is refused by a unique index, also under parallel calls.
 *
 * @throws MedusaError INVALID_DATA when one is open already.
 */
export const submitRequestWorkflow = createWorkflow(
  submitRequestWorkflowId,
  (input: SubmitRequestInput) => {
    const request = createRequestStep(input)
    emitEventStep({
      eventName: MarketplaceEvents.REQUEST_SUBMITTED,
      data: transform({ request }, ({ request }): RequestSubmitted => ({
        id: request.id,
        kind: request.kind,
        seller_id: request.seller_id,
      })),
    })
    return new WorkflowResponse(request)
  }
)
