import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { DOCUMENT_MODULE } from "../../modules/document"
import type {
  DocumentModuleService,
  DocumentRow,
} from "../../modules/document/service"
import type { DocumentActor } from "../../modules/document/types"

export type OpenDocumentInput = {
  /** Checked to be one that the actor may read. */
  id: string
  actor_type: DocumentActor
  actor_id: string
}

/** A private file whose content is there. */
export type OpenedDocument = DocumentRow & { file_id: string }

const openDocumentStep = createStep(
  "open-document",
  async ({ id, ...actor }: OpenDocumentInput, { container }) => {
    const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
    const document = await documents.retrieveDocument(id)
    const { file_id } = document
    if (!file_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Document with id: ${id} was not found`
      )
    }
    await documents.createDocumentReads({ document_id: id, ...actor })
    // no undo: who asked for it stays written down
    return new StepResponse<OpenedDocument>({ ...document, file_id })
  }
)

export const openDocumentWorkflowId = "open-document"

/**
 * Notes who reads a private file, before its content is given out.
 *
 * @throws MedusaError NOT_FOUND
 */
export const openDocumentWorkflow = createWorkflow(
  openDocumentWorkflowId,
  (input: OpenDocumentInput) => new WorkflowResponse(openDocumentStep(input))
)
