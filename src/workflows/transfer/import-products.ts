import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { DOCUMENT_MODULE } from "../../modules/document"
import type { DocumentModuleService } from "../../modules/document/service"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type {
  RowResult,
  TransferModuleService,
  TransferRecord,
} from "../../modules/transfer/service"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"
import {
  readProductsOf,
  type FileProduct,
  type ParsedProducts,
} from "../product/parse-product-csv"
import { toFileWrites } from "../product/product-file-writes"
import { writeSellerProductsWorkflow } from "../product/write-seller-products"
import { refusalOf } from "./refusal"

type Outcome = Omit<RowResult, "line" | "name">

/**
 * Writes the products of a file one by one: each is accepted, waits for the
 * operator, or says what is wrong. What was written before a crash is found by
 * its external id or handle and written over, never made twice.
 */
export async function importProducts(
  container: MedusaContainer,
  transfer: TransferRecord
): Promise<undefined> {
  const transfers = container.resolve<TransferModuleService>(TRANSFER_MODULE)
  const products = readProductsOf(await readFile(container, transfer))
  const { id } = transfer
  const total = products.length
  for (const [n, product] of products.entries()) {
    if (n >= transfer.done) {
      const { line, name } = product
      const outcome = await writeOne(container, transfer, product)
      await transfers.advanceTransfer({ id, total, done: n + 1 }, [
        { line, name, ...outcome },
      ])
    }
  }
}

async function readFile(
  container: MedusaContainer,
  { document_id }: TransferRecord
): Promise<string> {
  const { file_id } = await container
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .retrieveDocument(document_id ?? "")
  const content = await container
    .resolve(Modules.FILE)
    .getAsBuffer(file_id ?? "")
  return content.toString("utf8")
}

async function writeOne(
  container: MedusaContainer,
  { seller_id, member_id }: TransferRecord,
  product: FileProduct
): Promise<Outcome> {
  const nothing = { product_id: null, request_id: null }
  if (!("parsed" in product)) {
    const { field, reason } = product
    return { outcome: "error", ...nothing, field, reason }
  }
  try {
    const parsed = await withKnown(container, seller_id, product.parsed)
    const writes = await toFileWrites(container, seller_id, parsed)
    const { result } = await writeSellerProductsWorkflow(container).run({
      input: { seller_id, member_id, imported: true, ...writes },
    })
    const [request] = result.requests
    const [written] = [...result.created, ...result.updated]
    return {
      outcome: request ? "request" : "accepted",
      product_id: written?.id ?? writes.update[0]?.id ?? null,
      request_id: request?.id ?? null,
      ...{ field: null, reason: null },
    }
  } catch (error) {
    const reason = refusalOf(error)
    if (!reason) {
      throw error
    }
    return { outcome: "error", ...nothing, field: null, reason }
  }
}

type Known = {
  id: string
  options: { title: string; values: { value: string }[] }[]
  variants: { id: string; sku: string | null; title: string }[]
}

/** A product that the seller has under the same external id or handle is changed instead of made again. */
async function withKnown(
  container: MedusaContainer,
  seller_id: string,
  parsed: ParsedProducts
): Promise<ParsedProducts> {
  const [wanted] = parsed.create
  const name = wanted?.external_id
    ? { external_id: wanted.external_id }
    : wanted?.handle
      ? { handle: wanted.handle }
      : undefined
  if (!wanted || !name) {
    return parsed
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: [
        "id",
        "options.title",
        "options.values.value",
        "variants.id",
        "variants.sku",
        "variants.title",
      ],
      filters: { ...name, ...sellerFilter(toSellerId(seller_id)) },
    })
  // The graph's rows are untyped at this edge; the fields above are asked for.
  const [known] = data as Known[]
  if (!known) {
    return parsed
  }
  const { options, variants = [], ...rest } = wanted
  return {
    create: [],
    // Both validators read the same columns; what is known gets its ids.
    update: [
      {
        ...rest,
        id: known.id,
        ...(hasNewValues(known, options) && { options }),
        variants: variants.map((variant) => ({
          ...variant,
          id: known.variants.find(
            ({ sku, title }) =>
              (variant.sku && sku === variant.sku) || title === variant.title
          )?.id,
        })),
      },
    ] as ParsedProducts["update"],
  }
}

function hasNewValues(
  { options: known }: Known,
  options: ParsedProducts["create"][number]["options"]
): boolean {
  return (options ?? []).some(
    ({ title, values }) =>
      !(values ?? []).every((value) =>
        known.some(
          (option) =>
            option.title === title &&
            option.values.some((one) => one.value === value)
        )
      )
  )
}
