import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { DOCUMENT_MODULE } from "../../modules/document"
import type {
  DocumentModuleService,
  DocumentVerdict,
} from "../../modules/document/service"
import { documentStatuses } from "../../modules/document/types"
import { ownership } from "../../scope/ownership"
import { toSellerId } from "../../scope/seller-id"
import type { RequestOf, Submitter } from "../request/request-kind"
import type { RequestResult } from "../request/request-result"
import type { SellerDocumentPayload } from "./seller-document-payload"

type Decided = { request: RequestOf<SellerDocumentPayload> }
type Judged = Pick<DocumentVerdict, "id" | "status"> & {
  kind: string | null
  expires_at: string | null
}

/**
 * Whether a document can be handed in.
 *
 * @throws MedusaError NOT_FOUND for one that is not the seller's; INVALID_DATA when it is not good any more.
 */
export async function examineSellerDocument(
  container: MedusaContainer,
  {
    payload,
    submitter,
  }: { payload: SellerDocumentPayload; submitter: Submitter }
): Promise<null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: ownership.document.entity,
      fields: ["id"],
      filters: {
        id: payload.document_id,
        file_id: { $ne: null },
        ...ownership.document.scope(toSellerId(submitter.seller_id)),
      },
    })
  if (!data.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `document with id: ${payload.document_id} was not found`
    )
  }
  ensureGood(payload)
  return null
}

const judgeDocumentStep = createStep(
  "judge-document",
  async ({ expires_at, ...verdict }: Judged, { container }) => {
    if (verdict.status === "accepted") {
      ensureGood({ expires_at })
    }
    const before = await container
      .resolve<DocumentModuleService>(DOCUMENT_MODULE)
      .judgeDocument(
        { ...verdict, expires_at: expires_at ? new Date(expires_at) : null },
        [...documentStatuses]
      )
    return new StepResponse(undefined, { before, now: verdict.status })
  },
  async (done, { container }) => {
    if (done?.before) {
      const { before, now } = done
      const { expires_at } = before
      await container
        .resolve<DocumentModuleService>(DOCUMENT_MODULE)
        // Dates become text on their way through the engine.
        .judgeDocument(
          { ...before, expires_at: expires_at && new Date(expires_at) },
          [now]
        )
    }
  }
)

/**
 * The acceptance of a document: it counts as what it proves, until it expires.
 *
 * @throws MedusaError NOT_FOUND when it was deleted; INVALID_DATA when it expired meanwhile.
 */
export const acceptSellerDocumentWorkflow = createWorkflow(
  "accept-seller-document",
  (input: Decided) => {
    judgeDocumentStep(
      transform({ input }, ({ input: { request } }): Judged => ({
        id: request.payload.document_id,
        status: "accepted",
        kind: request.payload.kind,
        expires_at: request.payload.expires_at ?? null,
      }))
    )
    return new WorkflowResponse(resultOf(input))
  }
)

/** The refusal of a document: it stays, and may be deleted or handed in again. */
export const rejectSellerDocumentWorkflow = createWorkflow(
  "reject-seller-document",
  (input: Decided) => {
    judgeDocumentStep(
      transform({ input }, ({ input: { request } }): Judged => ({
        id: request.payload.document_id,
        status: "rejected",
        kind: request.payload.kind,
        expires_at: null,
      }))
    )
    return new WorkflowResponse(resultOf(input))
  }
)

function resultOf(input: Decided) {
  return transform({ input }, ({ input }): RequestResult => ({
    type: "document",
    id: input.request.payload.document_id,
  }))
}

function ensureGood({
  expires_at,
}: Pick<SellerDocumentPayload, "expires_at">): void {
  if (expires_at && new Date(expires_at).getTime() <= Date.now()) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'data, expires_at' lies behind: the document expired at ${expires_at}`
    )
  }
}
