import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { parseProductCsv } from "./parse-product-csv"
import { toFileWrites } from "./product-file-writes"
import { writeSellerProductsWorkflow } from "./write-seller-products"

export type ImportSellerProductsInput = {
  seller_id: string
  member_id: string
  /** Medusa's product CSV. */
  content: string
}

/** Reads only: what the file wants, and that all of it is the seller's own. */
const readImportStep = createStep(
  "read-product-import",
  async ({ seller_id, content }: ImportSellerProductsInput, { container }) => {
    return new StepResponse(
      await toFileWrites(container, seller_id, parseProductCsv(content))
    )
  }
)

export const importSellerProductsWorkflowId = "import-seller-products"

/**
 * Creates and changes products of a seller from Medusa's product CSV, all or
 * nothing and by the operator's rules. Rows with a product id change it and must
 * be the seller's own; rows with a handle alone make a new product.
 *
 * @returns `{ created, updated, deleted, requests }` of `writeSellerProductsWorkflow`.
 * @throws MedusaError INVALID_DATA naming what is wrong in the file; NOT_FOUND for rows of others; FORBIDDEN when sellers may not import.
 */
export const importSellerProductsWorkflow = createWorkflow(
  importSellerProductsWorkflowId,
  (input: ImportSellerProductsInput) => {
    const writes = readImportStep(input)
    return new WorkflowResponse(
      writeSellerProductsWorkflow.runAsStep({
        input: transform({ input, writes }, ({ input, writes }) => ({
          seller_id: input.seller_id,
          member_id: input.member_id,
          imported: true,
          ...writes,
        })),
      })
    )
  }
)
