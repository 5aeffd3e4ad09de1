import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { UPLOAD_MODULE } from "../../modules/upload"
import type {
  UploadModuleService,
  UploadToReserve,
} from "../../modules/upload/service"

/** A file that may be stored as it is: its content was read and written anew. */
export type SafeFile = UploadToReserve & {
  /** Without the dot. */
  extension: string
  /** Base64. */
  content: string
}

export type StoreUploadsInput = {
  seller_id: string
  member_id: string
  files: SafeFile[]
}

const reserveUploadsStep = createStep(
  "reserve-uploads",
  async (
    {
      files,
      ...of
    }: Omit<StoreUploadsInput, "files"> & { files: UploadToReserve[] },
    { container }
  ) => {
    const uploads = await container
      .resolve<UploadModuleService>(UPLOAD_MODULE)
      .reserveUploads(of, files)
    return new StepResponse(
      uploads,
      uploads.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    await container
      .resolve<UploadModuleService>(UPLOAD_MODULE)
      .deleteUploads(ids ?? [])
  }
)

type Stored = { id: string; file_id: string; url: string }

const keepUploadsStep = createStep(
  "keep-uploads",
  async (stored: Stored[], { container }) => {
    await container
      .resolve<UploadModuleService>(UPLOAD_MODULE)
      .updateUploads(stored)
    // no undo: the step before takes the rows away
    return new StepResponse(stored)
  }
)

export const storeUploadsWorkflowId = "store-uploads"

/**
 * Stores public files of a seller through Medusa's File module, all or none:
 * room is taken first, so that a crash can only cost room, which the sweeper
 * `abandoned-uploads` gives back.
 *
 * @returns one row a file, in their order.
 * @throws MedusaError NOT_ALLOWED when the quota does not suffice.
 */
export const storeUploadsWorkflow = createWorkflow(
  storeUploadsWorkflowId,
  (input: StoreUploadsInput) => {
    const reserved = reserveUploadsStep(
      transform({ input }, ({ input }) => ({
        seller_id: input.seller_id,
        member_id: input.member_id,
        files: input.files.map(
          ({ extension: _extension, content: _content, ...file }) => file
        ),
      }))
    )
    const files = uploadFilesWorkflow.runAsStep({
      input: transform({ input, reserved }, ({ input, reserved }) => ({
        files: input.files.map((file, n) => ({
          filename: `${reserved[n]?.id}.${file.extension}`,
          mimeType: file.mime_type,
          content: file.content,
          access: "public" as const,
        })),
      })),
    })
    const uploads = keepUploadsStep(
      transform({ reserved, files }, ({ reserved, files }) =>
        reserved.map(({ id }, n) => ({
          id,
          file_id: files[n]?.id ?? "",
          url: files[n]?.url ?? "",
        }))
      )
    )
    return new WorkflowResponse(uploads)
  }
)
