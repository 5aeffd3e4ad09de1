import type { WantedValue } from "../../modules/attribute/types"
import type { RequestDiff } from "../../modules/request/types"
import type { ProductChange } from "./product-change"
import type { ProductSnapshot, VariantSnapshot } from "./product-snapshot"

/**
 * What a change would change, path by path: `title`, `images`, `variants.<id>.sku`,
 * `variants.<id>.prices`, `variants.new.<n>`, `options.<id>.values`. Of what comes,
 * `from` is null; of what goes, `to` is.
 */
export function diffProduct(
  product: ProductSnapshot,
  { product: fields, variants, options }: ProductChange
): RequestDiff {
  const diff: RequestDiff = {}
  for (const [field, to] of Object.entries(fields)) {
    diff[field] = { from: productValue(product, field), to: toValue(field, to) }
  }
  for (const { id, ...changes } of variants.update) {
    const variant = product.variants?.find((row) => row.id === id)
    for (const [field, to] of Object.entries(changes)) {
      diff[`variants.${id}.${field}`] = {
        from: variant ? variantValue(variant, field) : null,
        to: toValue(field, to),
      }
    }
  }
  variants.create.forEach((to, n) => {
    diff[`variants.new.${n}`] = { from: null, to }
  })
  for (const id of variants.delete) {
    const variant = product.variants?.find((row) => row.id === id)
    const from = variant ? { title: variant.title, sku: variant.sku } : null
    diff[`variants.${id}`] = { from, to: null }
  }
  return { ...diff, ...diffOptions(product, options) }
}

function diffOptions(
  product: ProductSnapshot,
  { add, update, remove }: ProductChange["options"]
): RequestDiff {
  const diff: RequestDiff = {}
  const current = (id: string) => {
    const option = product.options?.find((row) => row.id === id)
    return option
      ? { title: option.title, values: valuesOf(option.values) }
      : null
  }
  add.forEach((to, n) => {
    diff[`options.new.${n}`] = { from: null, to }
  })
  for (const { option_id, title, values } of update) {
    const from = current(option_id)
    if (title !== undefined) {
      diff[`options.${option_id}.title`] = {
        from: from?.title ?? null,
        to: title,
      }
    }
    if (values) {
      diff[`options.${option_id}.values`] = {
        from: from?.values ?? null,
        to: [...values].sort(),
      }
    }
  }
  for (const id of remove) {
    diff[`options.${id}`] = { from: current(id), to: null }
  }
  return diff
}

function productValue(product: ProductSnapshot, field: string): unknown {
  switch (field) {
    case "images":
      return (product.images ?? []).map(({ url }) => url)
    case "categories":
    case "tags":
    case "sales_channels":
      return idsOf(product[field])
    case "attribute_values":
      return attributesOf(product.attribute_values)
    case "secondary_categories":
      return (product.secondary_categories ?? [])
        .map(({ category_id }) => category_id)
        .sort()
    case "shipping_profile_id":
      return product.shipping_profile?.id ?? null
    case "options":
      return (product.options ?? []).map(({ title, values }) => ({
        title,
        values: valuesOf(values),
      }))
    default:
      return product[field] ?? null
  }
}

function variantValue(variant: VariantSnapshot, field: string): unknown {
  switch (field) {
    case "prices":
      return pricesOf(variant.prices)
    case "options":
      return Object.fromEntries(
        (variant.options ?? []).map(({ value, option }) => [
          option?.title ?? "",
          value,
        ])
      )
    case "inventory_items":
      return (variant.inventory_items ?? []).map(
        ({ inventory_item_id, required_quantity }) => ({
          inventory_item_id,
          required_quantity,
        })
      )
    default:
      return variant[field] ?? null
  }
}

type WantedPrice = {
  currency_code: string
  amount: number
  rules?: Record<string, string>
}

/** A wanted value in the form of the current one, so that the two compare. */
function toValue(field: string, value: unknown): unknown {
  switch (field) {
    case "images":
      return (value as { url: string }[] | null)?.map(({ url }) => url) ?? []
    case "categories":
    case "tags":
    case "sales_channels":
    case "secondary_categories":
      return idsOf(value as { id: string }[] | null)
    case "attribute_values":
      return attributesOf(value as WantedValue[] | null)
    case "prices":
      return (value as WantedPrice[] | null)
        ?.map(({ currency_code, amount, rules = {} }) => ({
          currency_code,
          amount,
          rules,
        }))
        .sort(byText)
    default:
      return value ?? null
  }
}

function pricesOf(prices: VariantSnapshot["prices"]): WantedPrice[] {
  return (prices ?? [])
    .map(({ currency_code, amount, price_rules = [] }) => ({
      currency_code,
      amount,
      rules: Object.fromEntries(
        price_rules.map(({ attribute, value }) => [attribute, value])
      ),
    }))
    .sort(byText)
}

const attributesOf = (values: WantedValue[] | null | undefined) =>
  (values ?? [])
    .map(({ attribute_id, value }) => ({ attribute_id, value }))
    .sort(byText)

const byText = (a: object, b: object) =>
  JSON.stringify(a).localeCompare(JSON.stringify(b))

const idsOf = (rows: { id: string }[] | null | undefined) =>
  (rows ?? []).map(({ id }) => id).sort()

const valuesOf = (values: { value: string }[] | undefined) =>
  (values ?? []).map(({ value }) => value).sort()
