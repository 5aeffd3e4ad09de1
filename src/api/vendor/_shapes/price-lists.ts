import { MedusaError } from "@medusajs/framework/utils"
import { assertOwned } from "../../../scope/assert-owned"
import { isRecord } from "../../_kit/record"
import type { Change, Shape } from "../../_kit/shape"
import { sellerContext } from "../../_kit/vendor-route"

type Row = Record<string, unknown>

const groups = "customer.groups.id"

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : []

/**
 * A seller's list may be for its own customer groups, and nothing else: Medusa
 * takes any attribute.
 *
 * @throws MedusaError INVALID_DATA for other rules, NOT_FOUND for groups of others.
 */
const ownListRules: Change = async (body, { req }) => {
  const rules = isRecord(body) && isRecord(body.rules) ? body.rules : {}
  ensureKeys(rules, [groups])
  const ids = listOf(rules[groups])
  await assertOwned(req.scope, sellerContext(req).sellerId, {
    customer_group: ids.filter((id) => typeof id === "string"),
  })
  return body
}

/** A price of a list may be for a region. */
const regionRules: Change = (price) => {
  ensureKeys(isRecord(price) && isRecord(price.rules) ? price.rules : {}, [
    "region_id",
  ])
  return price
}

function ensureKeys(rules: Row, known: string[]): void {
  const other = Object.keys(rules).filter((key) => !known.includes(key))
  if (other.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Unrecognized fields: '${other.map((key) => `rules.${key}`).join(", ")}'`
    )
  }
}

/** Its product table removes products, its price editor prices, under one key. */
const removedByKind: Change = (body) => {
  if (!isRecord(body) || !Array.isArray(body.remove)) {
    return body
  }
  const isPrice = (id: unknown) =>
    typeof id === "string" && id.startsWith("price_")
  const prices = body.remove.filter(isPrice)
  return {
    ...body,
    remove: body.remove.filter((id) => !isPrice(id)),
    ...(prices.length && { delete: [...listOf(body.delete), ...prices] }),
  }
}

const toRules = (rows: unknown) =>
  Object.fromEntries(
    listOf(rows)
      .filter(isRecord)
      .map(({ attribute, value }) => [String(attribute), value])
  )

const toRows = (rules: unknown) =>
  Object.entries(isRecord(rules) ? rules : {}).map(([attribute, value]) => ({
    attribute,
    value,
  }))

/** Rules as an object and as a list, the variant by its id and below the price set: clients read either. */
const bothForms: Change = (list) => {
  if (!isRecord(list)) {
    return list
  }
  const rules = list.rules ?? toRules(list.price_list_rules)
  return {
    ...list,
    rules,
    price_list_rules: toRows(rules),
    prices: listOf(list.prices).filter(isRecord).map(priceInBothForms),
  }
}

function priceInBothForms(price: Row): Row {
  const set = isRecord(price.price_set) ? price.price_set : {}
  const variant = isRecord(set.variant) ? set.variant : {}
  const variant_id = price.variant_id ?? variant.id
  const rules = price.rules ?? toRules(price.price_rules)
  return {
    ...price,
    variant_id,
    price_set: { variant: { id: variant_id } },
    rules,
    price_rules: toRows(rules),
  }
}

const newList: Shape = { "": ownListRules, "prices[]": regionRules }

/** How a seller's price lists are written and read. */
export const priceListShapes = {
  answer: {
    price_list: bothForms,
    "price_lists[]": bothForms,
  } satisfies Shape,
  newList,
  changedList: { "": ownListRules } satisfies Shape,
  prices: {
    "": removedByKind,
    "prices[]": regionRules,
    "create[]": regionRules,
    "update[]": regionRules,
  } satisfies Shape,
  /** Medusa wants lists of some filters; one value comes alone. */
  query: Object.fromEntries(
    ["status", "rules_count"].map((key) => [
      key,
      (value: unknown) => (value === undefined ? undefined : [value].flat()),
    ])
  ) satisfies Shape,
}
