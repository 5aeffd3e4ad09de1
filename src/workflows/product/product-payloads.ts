import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { RequestDiff } from "../../modules/request/types"
import { withoutRepeats } from "../request/request-diff"
import { diffProduct } from "./diff-product"
import type { ProductChange } from "./product-change"
import { readSnapshots } from "./product-snapshot"
import { snapshotOf } from "./plan-with-rules"

/** A copy of the product, for the operator's eyes: acceptance publishes the product itself. */
export const productPayload = z.looseObject({
  product_id: z.string().min(1),
  title: z.string(),
})
export type ProductPayload = z.infer<typeof productPayload>

const record = z.record(z.string(), z.unknown())
const row = z.looseObject({ id: z.string().min(1) })
const change = z.object({
  product_id: z.string().min(1),
  product: record,
  variants: z.object({
    create: z.array(record),
    update: z.array(row),
    delete: z.array(z.string().min(1)),
  }),
  options: z.object({
    add: z.array(z.looseObject({ title: z.string() })),
    update: z.array(z.looseObject({ option_id: z.string().min(1) })),
    remove: z.array(z.string().min(1)),
  }),
})

/** A change of a product that is on sale. Its fields passed Medusa's validators on their way in. */
export const productChangePayload = z.object({
  product_id: z.string().min(1),
  title: z.string(),
  // The form is checked; what the fields are was checked by the route.
  change: change.transform((value) => value as unknown as ProductChange),
})
export type ProductChangePayload = z.infer<typeof productChangePayload>

/**
 * What a change would change, read from the product as it is.
 *
 * @throws MedusaError NOT_FOUND for an unknown product.
 */
export async function examineProductChange(
  container: MedusaContainer,
  { payload }: { payload: ProductChangePayload }
): Promise<RequestDiff> {
  return withoutRepeats(await productDiff(container, payload))
}

/** Every path that the change names, with its present value. */
export async function productDiff(
  container: MedusaContainer,
  { change }: ProductChangePayload
): Promise<RequestDiff> {
  const products = await readSnapshots(container, [change.product_id])
  return diffProduct(snapshotOf(products, change.product_id), change)
}
