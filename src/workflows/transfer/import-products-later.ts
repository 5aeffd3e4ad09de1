import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { keepUntil } from "../document/keep-until"
import { storeDocumentsWorkflow } from "../document/store-documents"
import { startTransferWorkflow } from "./start-transfer"

export type ImportProductsLaterInput = {
  seller_id: string
  member_id: string
  /** Medusa's product CSV. */
  content: string
}

/** Reads only. */
const dateFileStep = createStep(
  "date-import-file",
  async (_: void, { container }) => new StepResponse(keepUntil(container))
)

export const importProductsLaterWorkflowId = "import-products-later"

/** Keeps a file of products and reads it in the background, product by product. */
export const importProductsLaterWorkflow = createWorkflow(
  importProductsLaterWorkflowId,
  (input: ImportProductsLaterInput) => {
    const until = dateFileStep()
    const documents = storeDocumentsWorkflow.runAsStep({
      input: transform({ input, until }, ({ input, until }) => {
        const content = Buffer.from(input.content)
        return {
          owner: { seller_id: input.seller_id },
          uploaded_by_type: "member" as const,
          uploaded_by_id: input.member_id,
          purpose: "transfer" as const,
          keep_until: until,
          files: [
            {
              name: "products.csv",
              mime_type: "text/csv",
              extension: "csv",
              bytes: content.length,
              content: content.toString("base64"),
            },
          ],
        }
      }),
    })
    return new WorkflowResponse(
      startTransferWorkflow.runAsStep({
        input: transform({ input, documents }, ({ input, documents }) => ({
          kind: "product_import" as const,
          seller_id: input.seller_id,
          member_id: input.member_id,
          document_id: documents[0]?.id,
        })),
      })
    )
  }
)
