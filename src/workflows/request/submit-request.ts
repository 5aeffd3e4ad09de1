import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
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
import type { RequestModuleService } from "../../modules/request/service"
import { openStatuses } from "../../modules/request/transitions"
import { examinePayload, type ExaminedPayload } from "./examine-payload"
import type { Submitter } from "./request-kind"

export type SubmitRequestInput = Submitter & {
  /** A kind that is registered. */
  kind: string
  payload: Record<string, unknown>
}

const createRequestStep = createStep(
  "create-request",
  async (input: SubmitRequestInput, { container }) => {
    const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
    const examined = await examinePayload(container, input)
    await ensureNoneOpen(container, input.kind, examined)
    // Of parallel submissions the unique index lets one through.
    const request = await requests.createRequests({
      ...input,
      ...examined,
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
 * @throws MedusaError INVALID_DATA naming a field of the payload, or when a parallel call was first; CONFLICT when one is open already; NOT_ALLOWED for an unknown kind.
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

async function ensureNoneOpen(
  container: MedusaContainer,
  kind: string,
  { subject_id, title }: ExaminedPayload
): Promise<void> {
  const [open] = await container
    .resolve<RequestModuleService>(REQUEST_MODULE)
    .listRequests(
      { kind, subject_id, status: [...openStatuses] },
      { select: ["id"], take: 1 }
    )
  if (open) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Request ${open.id} for "${title}" is open: change or withdraw it`
    )
  }
}
