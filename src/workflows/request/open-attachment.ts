import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"
import {
  openDocumentWorkflow,
  type OpenDocumentInput,
} from "../document/open-document"

export type OpenAttachmentInput = OpenDocumentInput & {
  /** Checked to be one that the actor may read. */
  request_id: string
}

/** Reads only: whether the file belongs to the request. */
const ensureAttachedStep = createStep(
  "ensure-attached",
  async ({ request_id, id }: OpenAttachmentInput, { container }) => {
    const [request] = await container
      .resolve<RequestModuleService>(REQUEST_MODULE)
      .listRequests({ id: request_id }, { take: 1 })
    const isHandedIn =
      request?.kind === "seller_document" && request.subject_id === id
    if (!isHandedIn && !request?.attachments?.includes(id)) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `document with id: ${id} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

export const openAttachmentWorkflowId = "open-attachment"

/**
 * Opens a private file of a request for somebody who may read the request.
 *
 * @throws MedusaError NOT_FOUND, also for a file of another request.
 */
export const openAttachmentWorkflow = createWorkflow(
  openAttachmentWorkflowId,
  (input: OpenAttachmentInput) => {
    ensureAttachedStep(input)
    return new WorkflowResponse(openDocumentWorkflow.runAsStep({ input }))
  }
)
