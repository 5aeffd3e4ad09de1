import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MarketplaceEvents, type SellerDocumentExpired } from "../../events"
import { DOCUMENT_MODULE } from "../../modules/document"
import type {
  DocumentModuleService,
  DocumentVerdict,
} from "../../modules/document/service"

const expireDocumentStep = createStep(
  "expire-document",
  async ({ id }: { id: string }, { container }) => {
    const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
    const { seller_id, kind, expires_at } = await documents.retrieveDocument(id)
    const before = await documents.judgeDocument(
      { id, status: "expired", kind, expires_at },
      ["accepted"]
    )
    return new StepResponse(before && { id, seller_id, kind }, before)
  },
  async (before: DocumentVerdict | null | undefined, { container }) => {
    if (before) {
      const { expires_at } = before
      await container
        .resolve<DocumentModuleService>(DOCUMENT_MODULE)
        // Dates become text on their way through the engine.
        .judgeDocument(
          { ...before, expires_at: expires_at && new Date(expires_at) },
          ["expired"]
        )
    }
  }
)

export const expireDocumentWorkflowId = "expire-document"

/** Marks an accepted document as not good any more and tells so, once; answers whether it did. */
export const expireDocumentWorkflow = createWorkflow(
  expireDocumentWorkflowId,
  (input: { id: string }) => {
    const expired = expireDocumentStep(input)
    when({ expired }, ({ expired }) => Boolean(expired)).then(() => {
      emitEventStep({
        eventName: MarketplaceEvents.SELLER_DOCUMENT_EXPIRED,
        // It is there, as asked one line above.
        data: transform(
          { expired },
          ({ expired }) => expired as SellerDocumentExpired
        ),
      })
    })
    return new WorkflowResponse(
      transform({ expired }, ({ expired }) => Boolean(expired))
    )
  }
)
