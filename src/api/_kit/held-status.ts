import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import productSeller from "../../links/product-seller"
import { isRecord } from "./record"

type Held = { product_id: string; held_status: string | null }

/**
 * While a seller is away from the storefront its products are stored as drafts;
 * the seller reads the status that they come back with. Costs one statement, and
 * only when an answer holds drafts.
 */
export function presentHeldStatus(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body) => {
    const drafts = draftsIn(body)
    if (!drafts.length) {
      return json(body)
    }
    putHeldStatus(req, drafts).then(() => json(body), next)
    return res
  }
  next()
}

function draftsIn(body: unknown): Record<string, unknown>[] {
  if (!isRecord(body)) {
    return []
  }
  return Object.values(body)
    .flat()
    .filter(isRecord)
    .filter((row) => row.status === ProductStatus.DRAFT)
}

async function putHeldStatus(
  req: MedusaRequest,
  drafts: Record<string, unknown>[]
): Promise<void> {
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
  for (const draft of drafts) {
    draft.status = held.get(String(draft.id)) ?? draft.status
  }
}
