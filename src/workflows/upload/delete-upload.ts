import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteFilesWorkflow } from "@medusajs/medusa/core-flows"
import { UPLOAD_MODULE } from "../../modules/upload"
import type { UploadModuleService } from "../../modules/upload/service"

/** `id` checked to be the seller's own. */
export type DeleteUploadInput = { id: string }

const findUploadStep = createStep(
  "find-upload",
  async ({ id }: DeleteUploadInput, { container }) =>
    new StepResponse(
      await container
        .resolve<UploadModuleService>(UPLOAD_MODULE)
        .retrieveUpload(id)
    )
)

const forgetUploadStep = createStep(
  "forget-upload",
  async ({ id }: DeleteUploadInput, { container }) => {
    await container
      .resolve<UploadModuleService>(UPLOAD_MODULE)
      .deleteUploads(id)
    // no undo: the file is gone
    return new StepResponse(undefined)
  }
)

export const deleteUploadWorkflowId = "delete-upload"

/** Deletes the file and then its row, which frees the quota; after a crash between the two it can be called again. */
export const deleteUploadWorkflow = createWorkflow(
  deleteUploadWorkflowId,
  (input: DeleteUploadInput) => {
    const upload = findUploadStep(input)
    when({ upload }, ({ upload }) => Boolean(upload.file_id)).then(() => {
      deleteFilesWorkflow.runAsStep({
        input: transform({ upload }, ({ upload }) => ({
          ids: upload.file_id ? [upload.file_id] : [],
        })),
      })
    })
    forgetUploadStep(input)
    return new WorkflowResponse(undefined)
  }
)
