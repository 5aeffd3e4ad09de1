import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { exportProductsStep } from "@medusajs/medusa/core-flows"
import type { DocumentRow } from "../../modules/document/service"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"
import { ensurePrivateStore } from "../document/ensure-private-store"
import { keepUntil } from "../document/keep-until"
import { storeDocumentsWorkflow } from "../document/store-documents"
import { ownStatusFilter } from "./own-status-filter"
import { addAttributeColumns, type ExportedValue } from "./attribute-columns"

export type ExportSellerProductsInput = {
  seller_id: string
  member_id: string
  /** As Medusa's export takes them. */
  select: string[]
  /** Filters of Medusa's product list. */
  filter: Record<string, unknown>
}

/** Without any id a filter would be none. */
const nobody = "none"

/**
 * Reads only: Medusa's export reads page by page with one filter object, of which
 * the query layer takes the seller away at the first page (2.21), so the seller's
 * products are named.
 */
const findOwnProductsStep = createStep(
  "find-own-products",
  async (
    {
      seller_id,
      filter,
    }: Pick<ExportSellerProductsInput, "seller_id" | "filter">,
    { container }
  ) => {
    ensurePrivateStore(container)
    const sellerId = toSellerId(seller_id)
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "product",
        fields: ["id"],
        filters: {
          ...(await ownStatusFilter(container, sellerId, filter)),
          ...sellerFilter(sellerId),
        },
      })
    return new StepResponse(data.length ? data.map(({ id }) => id) : [nobody])
  }
)

/** Medusa's export names its file by the time alone and knows no owner: its content, with attributes, moves into a private file. */
const takeExportStep = createStep(
  "take-product-export",
  async (
    { id, product_ids }: { id: string; product_ids: string[] },
    { container }
  ) => {
    const files = container.resolve(Modules.FILE)
    const csv = await files.getAsBuffer(id)
    const content = Buffer.from(
      addAttributeColumns(
        csv.toString("utf8"),
        await readValues(container, product_ids)
      )
    )
    await files.deleteFiles(id)
    // no undo: nobody else knows the file
    return new StepResponse({
      content: content.toString("base64"),
      bytes: content.length,
      keep_until: keepUntil(container),
    })
  }
)

export const exportSellerProductsWorkflowId = "export-seller-products"

/**
 * Writes products of a seller as Medusa's product CSV, cells without formulas,
 * into a private file of the seller's, which is thrown away after `exportKeepDays`.
 */
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
    const taken = takeExportStep(
      transform({ file, ids }, ({ file, ids }) => ({
        id: file.id,
        product_ids: ids,
      }))
    )
    const documents = storeDocumentsWorkflow.runAsStep({
      input: transform({ input, taken }, ({ input, taken }) => ({
        owner: { seller_id: input.seller_id },
        uploaded_by_type: "member" as const,
        uploaded_by_id: input.member_id,
        purpose: "transfer" as const,
        keep_until: taken.keep_until,
        files: [
          {
            name: "products.csv",
            mime_type: "text/csv",
            extension: "csv",
            bytes: taken.bytes,
            content: taken.content,
          },
        ],
      })),
    })
    return new WorkflowResponse(
      transform({ documents, ids }, ({ documents: [one], ids }) => ({
        // One file was stored.
        document: one as DocumentRow,
        count: ids.filter((id) => id !== nobody).length,
      }))
    )
  }
)

async function readValues(
  container: MedusaContainer,
  product_id: string[]
): Promise<ExportedValue[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "attribute_value",
      fields: ["product_id", "value", "attribute.handle"],
      filters: { product_id },
      pagination: { order: { id: "ASC" } },
    })
  return data.map(({ product_id, value, attribute }) => ({
    ...{ product_id, value, handle: attribute?.handle ?? "" },
  }))
}
