import type {
  MedusaContainer,
  UpdateProductDTO,
  UpdateProductVariantWorkflowInputDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ProductExtras } from "../product-extras"

/** One product of an update: its id and what changes. */
export type SellerProductUpdate = Omit<UpdateProductDTO, "variants"> &
  ProductExtras & {
    id: string
    categories?: { id: string }[]
    variants?: UpdateProductVariantWorkflowInputDTO[]
    sales_channels?: { id: string }[]
    shipping_profile_id?: string
  }

type Held = { product_id: string; held_status: string }

/**
 * While a seller is away from the storefront its products are drafts whose own
 * status waits in the link row. A status that is set meanwhile goes there, and
 * the product keeps its own: one statement for all products. Answers the
 * products with what is left to update.
 */
export const keepHeldStatusStep = createStep(
  "keep-held-status",
  async (products: SellerProductUpdate[], { container }) => {
    const wanted = products.flatMap(({ id, status }) =>
      status ? [{ product_id: id, held_status: status }] : []
    )
    const before = wanted.length ? await replaceHeld(container, wanted) : []
    const held = new Set(before.map((row) => row.product_id))
    const rest = products.map((product) =>
      held.has(product.id) ? { ...product, status: undefined } : product
    )
    return new StepResponse(rest, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await replaceHeld(container, before)
    }
  }
)

const replaceSql = `
  with wanted as (
    select * from jsonb_to_recordset(:wanted::jsonb)
      as w(product_id text, held_status text)
  ), before as (
    select l.product_id, l.held_status
    from marketplace_product_seller l
    join wanted w on w.product_id = l.product_id
    where l.deleted_at is null and l.held_status is not null
    order by l.product_id
    for update of l
  ), kept as (
    update marketplace_product_seller l set held_status = w.held_status
    from wanted w join before b on b.product_id = w.product_id
    where l.product_id = w.product_id and l.deleted_at is null
  )
  select product_id, held_status from before`

/** Answers what the rows held before. */
async function replaceHeld(
  container: MedusaContainer,
  wanted: Held[]
): Promise<Held[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw<{ rows: Held[] }>(replaceSql, {
    wanted: JSON.stringify(wanted),
  })
  return rows
}
