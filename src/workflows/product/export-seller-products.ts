import { randomBytes } from "node:crypto"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { exportProductsStep } from "@medusajs/medusa/core-flows"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"

export type ExportSellerProductsInput = {
  seller_id: string
  /** As Medusa's export takes them. */
  select: string[]
  /** Filters of Medusa's product list. */
  filter: Record<string, unknown>
}

/**
 * Reads only: Medusa's export reads page by page with one filter object, of which
 * the query layer takes the seller away at the first page (2.21), so the seller's
 * products are named.
 */
const findOwnProductsStep = createStep(
  "find-own-products",
  async (
    { seller_id, filter }: Omit<ExportSellerProductsInput, "select">,
    { container }
  ) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "product",
        fields: ["id"],
        filters: { ...filter, ...sellerFilter(toSellerId(seller_id)) },
      })
    // Without any id the filter would be none.
    return new StepResponse(data.length ? data.map(({ id }) => id) : ["none"])
  }
)

/** Medusa names the file by the time alone; whoever guesses it would read it. */
const hideFileStep = createStep(
  "hide-export-file",
  async ({ id }: { id: string }, { container }) => {
    const files = container.resolve(Modules.FILE)
    const content = await files.getAsBuffer(id)
    const hidden = await files.createFiles({
      filename: `products-${randomBytes(24).toString("hex")}.csv`,
      mimeType: "text/csv",
      content: content.toString("base64"),
      access: "private",
    })
    await files.deleteFiles(id)
    return new StepResponse(
      { url: (await files.retrieveFile(hidden.id)).url },
      hidden.id
    )
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(Modules.FILE).deleteFiles(id)
    }
  }
)

export const exportSellerProductsWorkflowId = "export-seller-products"

/** Writes products of a seller as Medusa's product CSV, cells without formulas, to a file that nobody finds who was not told. */
export const exportSellerProductsWorkflow = createWorkflow(
  exportSellerProductsWorkflowId,
  (input: ExportSellerProductsInput) => {
    const ids = findOwnProductsStep(input)
    const file = exportProductsStep(
      transform({ input, ids }, ({ input, ids }) => ({
        select: input.select,
        filter: { id: ids },
      }))
    )
    return new WorkflowResponse(hideFileStep(file))
  }
)
