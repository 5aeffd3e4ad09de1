import { Modules } from "@medusajs/framework/utils"
import type { World } from "../world"

/** The operator's rows by their resource under `/vendor`, the first of each. */
export type Reference = Record<string, string>

/** Three of each kind of row that every seller reads, and both products in the first of each. */
export async function createReference(
  { api, admin, container }: World,
  products: string[]
): Promise<Reference> {
  const catalogue = container.resolve(Modules.PRODUCT)
  const words = ["Bikes", "Chains", "Lights"]
  const categories = await catalogue.createProductCategories(
    words.map((name) => ({ name, is_active: true }))
  )
  const collections = await catalogue.createProductCollections(
    words.map((title) => ({ title }))
  )
  const tags = await catalogue.createProductTags(
    words.map((value) => ({ value }))
  )
  const types = await catalogue.createProductTypes(
    words.map((value) => ({ value }))
  )
  const returnReasons = await container
    .resolve(Modules.ORDER)
    .createReturnReasons(words.map((label) => ({ label, value: label })))
  const refundReasons = await container
    .resolve(Modules.PAYMENT)
    .createRefundReasons(words.map((label) => ({ label, code: label })))
  const attributes = []
  for (const name of words) {
    const body = { name, ui_component: "text", is_required: false }
    const { data } = await api.post("/admin/attributes", body, admin)
    attributes.push(data.attribute)
  }
  const first = (rows: { id: string }[]) => rows[0]?.id ?? ""
  await catalogue.updateProducts(
    { id: products },
    {
      collection_id: first(collections),
      type_id: first(types),
      tag_ids: [first(tags)],
      category_ids: [first(categories)],
    }
  )
  return {
    "product-categories": first(categories),
    "product-collections": first(collections),
    "product-tags": first(tags),
    "product-types": first(types),
    "return-reasons": first(returnReasons),
    "refund-reasons": first(refundReasons),
    attributes: first(attributes),
  }
}
