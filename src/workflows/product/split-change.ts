import type { Policies, ProductPart } from "../../modules/policy/types"
import { noChange, type ProductChange } from "./product-change"

type WaitingRules = Pick<
  Policies,
  "approval_parts" | "price_approval" | "stock_approval"
>

const parts: Record<string, ProductPart> = {
  title: "title",
  subtitle: "subtitle",
  handle: "handle",
  description: "description",
  images: "images",
  thumbnail: "images",
  type_id: "organisation",
  collection_id: "organisation",
  categories: "organisation",
  tags: "organisation",
  sales_channels: "organisation",
  secondary_categories: "organisation",
  discountable: "organisation",
  is_giftcard: "organisation",
  options: "options",
  shipping_profile_id: "shipping",
  metadata: "metadata",
  external_id: "metadata",
}
const stockFields = ["manage_inventory", "allow_backorder", "inventory_items"]

/**
 * Parts a change of a product that is on sale: what the seller may do by itself
 * (`now`), and what waits for the operator (`later`).
 */
export function splitChange(
  change: ProductChange,
  rules: WaitingRules
): { now: ProductChange; later: ProductChange } {
  const waits = (part: ProductPart) => rules.approval_parts.includes(part)
  const now = noChange(change.product_id)
  const later = noChange(change.product_id)
  for (const [field, value] of Object.entries(change.product)) {
    // What is not in the table is an attribute, a measure or a customs number.
    const side = waits(parts[field] ?? "attributes") ? later : now
    Object.assign(side.product, { [field]: value })
  }
  const rows = waits("variants") ? later : now
  rows.variants.create = change.variants.create
  rows.variants.delete = change.variants.delete
  for (const { id, ...fields } of change.variants.update) {
    const [held, free] = splitFields(fields, (field) =>
      field === "prices"
        ? rules.price_approval
        : stockFields.includes(field)
          ? rules.stock_approval
          : waits("variants")
    )
    if (Object.keys(held).length) {
      later.variants.update.push({ id, ...held })
    }
    if (Object.keys(free).length) {
      now.variants.update.push({ id, ...free })
    }
  }
  const optionSide = waits("options") ? later : now
  optionSide.options = change.options
  return { now, later }
}

function splitFields<Fields extends object>(
  fields: Fields,
  waits: (field: string) => boolean
): [Partial<Fields>, Partial<Fields>] {
  const held: Partial<Fields> = {}
  const free: Partial<Fields> = {}
  for (const [field, value] of Object.entries(fields)) {
    Object.assign(waits(field) ? held : free, { [field]: value })
  }
  return [held, free]
}
