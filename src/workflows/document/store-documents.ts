import { createHash } from "node:crypto"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { DOCUMENT_MODULE } from "../../modules/document"
import type {
  DocumentModuleService,
  DocumentOwner,
} from "../../modules/document/service"
import type {
  DocumentActor,
  DocumentPurpose,
} from "../../modules/document/types"
import { ensurePrivateStore } from "./ensure-private-store"

/** A file whose content was looked at and may be stored as it is. */
export type PrivateFile = {
  name: string
  mime_type: string
  /** Without the dot. */
  extension: string
  bytes: number
  /** Base64. */
  content: string
}

export type StoreDocumentsInput = {
  owner: DocumentOwner
  uploaded_by_type: DocumentActor
  uploaded_by_id: string
  files: PrivateFile[]
  /** Default: `document`, which is kept and counts to the quota. */
  purpose?: DocumentPurpose
  /** After that the sweeper `old-transfers` throws the files away. */
  keep_until?: Date | string | null
}

const reserveDocumentsStep = createStep(
  "reserve-documents",
  async (
    { owner, files, purpose = "document", ...input }: StoreDocumentsInput,
    { container }
  ) => {
    ensurePrivateStore(container)
    const { uploaded_by_type, uploaded_by_id, keep_until } = input
    const documents = await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .reserveDocuments(
        { ...owner, uploaded_by_type, uploaded_by_id },
        files.map(({ name, mime_type, bytes, content }) => ({
          ...{ name, mime_type, bytes, purpose },
          sha256: sha256(content),
          // Dates become text on their way through the engine.
          keep_until: keep_until ? new Date(keep_until) : null,
        }))
      )
    return new StepResponse(
      documents,
      documents.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .deleteDocuments(ids ?? [])
  }
)

const keepDocumentsStep = createStep(
  "keep-documents",
  async (stored: { id: string; file_id: string }[], { container }) => {
    const documents = await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .updateDocuments(stored)
    // no undo: the step before takes the rows away
    return new StepResponse(
      // The service answers in an order of its own.
      stored.flatMap(({ id }) => documents.filter((row) => row.id === id))
    )
  }
)

export const storeDocumentsWorkflowId = "store-documents"

/**
 * Stores private files of a seller or a customer through Medusa's File module,
 * all or none: room is taken first, so that a crash can only cost room, which the
 * sweeper `abandoned-documents` gives back.
 *
 * @returns one row a file, in their order.
 * @throws MedusaError NOT_ALLOWED when the quota does not suffice, or the file provider would make them public.
 */
export const storeDocumentsWorkflow = createWorkflow(
  storeDocumentsWorkflowId,
  (input: StoreDocumentsInput) => {
    const reserved = reserveDocumentsStep(input)
    const files = uploadFilesWorkflow.runAsStep({
      input: transform({ input, reserved }, ({ input, reserved }) => ({
        files: input.files.map((file, n) => ({
          filename: `${reserved[n]?.id}.${file.extension}`,
          mimeType: file.mime_type,
          content: file.content,
          access: "private" as const,
        })),
      })),
    })
    const documents = keepDocumentsStep(
      transform({ reserved, files }, ({ reserved, files }) =>
        reserved.map(({ id }, n) => ({ id, file_id: files[n]?.id ?? "" }))
      )
    )
    return new WorkflowResponse(documents)
  }
)

const sha256 = (base64: string) =>
  createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex")
