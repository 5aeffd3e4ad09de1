import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"
import type { SubmitRequestInput } from "../request/request-kind"
import { submitRequestWorkflow } from "../request/submit-request"
import { readReturnableOrder } from "./returnable"
import type { ReturnRequestPayload } from "./return-request-payload"

export type SubmitReturnRequestInput = {
  customer_id: string
  wish: Omit<ReturnRequestPayload, "display_id">
}

/** Reads only: whose order it is. */
const addressRequestStep = createStep(
  "address-return-request",
  async ({ customer_id, wish }: SubmitReturnRequestInput, { container }) => {
    const order = await readReturnableOrder(container, wish.order_id)
    if (!order) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id: ${wish.order_id} was not found`
      )
    }
    const photos = wish.photos.filter((photo) => photo.startsWith("doc_"))
    await ensureOwnPhotos(container, customer_id, photos)
    return new StepResponse<SubmitRequestInput>({
      kind: "order_return",
      seller_id: order.seller?.id ?? null,
      submitter_type: "customer",
      submitter_id: customer_id,
      payload: { ...wish, display_id: order.display_id },
      attachments: photos,
    })
  }
)

export const submitReturnRequestWorkflowId = "submit-return-request"

/**
 * A customer asks the seller of an order to take goods back; of an order of the
 * operator's own goods the operator decides. One request an order is open.
 *
 * @throws MedusaError as `examineReturnRequest` says.
 */
export const submitReturnRequestWorkflow = createWorkflow(
  submitReturnRequestWorkflowId,
  (input: SubmitReturnRequestInput) =>
    new WorkflowResponse(
      submitRequestWorkflow.runAsStep({ input: addressRequestStep(input) })
    )
)

async function ensureOwnPhotos(
  container: MedusaContainer,
  customer_id: string,
  photos: string[]
): Promise<void> {
  const own = photos.length
    ? await container
        .resolve<DocumentModuleService>(DOCUMENT_MODULE)
        .listDocuments({ id: photos, customer_id }, { select: ["id"] })
    : []
  const missing = photos.find((photo) => !own.some(({ id }) => id === photo))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'photos': ${missing} was not found`
    )
  }
}
