import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteFilesWorkflow } from "@medusajs/medusa/core-flows"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"
import { REQUEST_MODULE } from "../../modules/request"
import type { RequestModuleService } from "../../modules/request/service"

export type DeleteDocumentInput = {
  /** Checked to be the caller's own. */
  id: string
}

const findDocumentStep = createStep(
  "find-document",
  async ({ id }: DeleteDocumentInput, { container }) => {
    const document = await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .retrieveDocument(id)
    const [request] = await container
      .resolve<RequestModuleService>(REQUEST_MODULE)
      .listRequests(
        {
          $or: [
            { attachments: { $contains: [id] } },
            { kind: "seller_document", subject_id: id },
          ],
          status: { $nin: ["rejected", "withdrawn"] },
        },
        { select: ["id"], take: 1 }
      )
    if (request) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Document ${id} belongs to request ${request.id}, which is open or was accepted`
      )
    }
    return new StepResponse(document)
  }
)

const forgetDocumentStep = createStep(
  "forget-document",
  async ({ id }: DeleteDocumentInput, { container }) => {
    await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .deleteDocuments(id)
    // no undo: the file is gone
    return new StepResponse(undefined)
  }
)

export const deleteDocumentWorkflowId = "delete-document"

/**
 * Deletes a private file and then its row, which frees the quota; after a crash
 * between the two it can be called again.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED while a request that is open or was accepted speaks of it.
 */
export const deleteDocumentWorkflow = createWorkflow(
  deleteDocumentWorkflowId,
  (input: DeleteDocumentInput) => {
    const document = findDocumentStep(input)
    when({ document }, ({ document }) => Boolean(document.file_id)).then(() => {
      deleteFilesWorkflow.runAsStep({
        input: transform({ document }, ({ document }) => ({
          ids: document.file_id ? [document.file_id] : [],
        })),
      })
    })
    forgetDocumentStep(input)
    return new WorkflowResponse(undefined)
  }
)
