import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import productSeller from "../../links/product-seller"
import { isRecord } from "./record"
import type { Change } from "./shape"

type Held = { product_id: string; held_status: string | null }

/**
 * While a seller is away from the storefront its products are stored as drafts;
 * the seller reads the status that they come back with. Costs one statement, and
 * only when an answer holds drafts.
 */
export const heldStatus: Change = async (body, { req }) => {
  const drafts = draftsIn(body)
  if (!drafts.length || !isRecord(body)) {
    return body
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: productSeller.entryPoint,
      fields: ["product_id", "held_status"],
      filters: { product_id: drafts.map((draft) => String(draft.id)) },
    })
  const held = new Map(
    data.map((row: Held) => [row.product_id, row.held_status])
  )
  const shown = (row: unknown): unknown =>
    isDraft(row)
      ? { ...row, status: held.get(String(row.id)) ?? row.status }
      : row
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(shown) : shown(value),
    ])
  )
}

const isDraft = (row: unknown): row is Record<string, unknown> =>
  isRecord(row) && row.status === ProductStatus.DRAFT

function draftsIn(body: unknown): Record<string, unknown>[] {
  return isRecord(body) ? Object.values(body).flat().filter(isDraft) : []
}
