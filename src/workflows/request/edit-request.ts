import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REQUEST_MODULE } from "../../modules/request"
import type {
  RequestContent,
  RequestModuleService,
  RequestRow,
} from "../../modules/request/service"
import { examinePayload } from "./examine-payload"
import { requestKind } from "./kinds"

export type EditRequestInput = {
  /** Checked to be the seller's own. */
  id: string
  /** When it is sent, it must be the request's. */
  kind?: string
  /** Keys that change; the others stay. */
  payload: Record<string, unknown>
  /** Instead of those that are there; checked to be the seller's own. */
  attachments?: string[]
}

/**
 * Writes another version of an open request.
 *
 * @throws MedusaError as `editRequestWorkflow` says.
 */
export async function rewriteRequest(
  container: MedusaContainer,
  { id, kind, payload, attachments }: EditRequestInput
): Promise<{ request: RequestRow; before: RequestContent }> {
  const requests = container.resolve<RequestModuleService>(REQUEST_MODULE)
  const current = await requests.retrieveRequest(id)
  if (kind && kind !== current.kind) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Request ${id} is of type ${current.kind}`
    )
  }
  if (!requestKind(current.kind).onDemand) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Request ${id} follows the row it is about: change that`
    )
  }
  const { title, diff, ...examined } = await examinePayload(container, {
    ...current,
    payload: { ...current.payload, ...payload },
  })
  return await requests.rewriteRequest({
    id,
    title,
    diff,
    payload: examined.payload,
    attachments,
    revision: current.revision,
  })
}

const rewriteRequestStep = createStep(
  "rewrite-request",
  async (input: EditRequestInput, { container }) => {
    const { request, before } = await rewriteRequest(container, input)
    return new StepResponse(request, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<RequestModuleService>(REQUEST_MODULE)
        .rewriteRequest(before)
    }
  }
)

export const editRequestWorkflowId = "edit-request"

/**
 * Changes what a seller asks for, while nobody has decided it.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED once it is decided, or for a kind that sellers do not write; INVALID_DATA naming a field; CONFLICT when it was changed in between.
 */
export const editRequestWorkflow = createWorkflow(
  editRequestWorkflowId,
  (input: EditRequestInput) => new WorkflowResponse(rewriteRequestStep(input))
)
