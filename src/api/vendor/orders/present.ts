import { isRecord } from "../../_kit/record"
import { collectionColumns } from "../_mirrors/order-views"

type Row = Record<string, unknown>

/** Labels that panels know; any other crashes them. */
const labels: Record<string, Record<string, string>> = {
  status: {
    archived: "completed",
    draft: "pending",
    requires_action: "pending",
  },
  payment_status: { not_paid: "pending" },
}

/** Statuses of Medusa under each label of ours. */
const meanings: Record<string, Record<string, string[]>> = Object.fromEntries(
  Object.entries(labels).map(([key, words]) => [
    key,
    Object.fromEntries(
      [...new Set(Object.values(words))].map((label) => [
        label,
        [label, ...Object.keys(words).filter((word) => words[word] === label)],
      ])
    ),
  ])
)

/** What always must be read of an order to present it. */
export const presentedFields = collectionColumns.map(
  (column) => `payment_collections.${column}`
)

/**
 * An order as its seller sees it: statuses in words that panels know, and its
 * share of the payment, without what leads to the buyer's whole payment.
 *
 * @param fields - What was asked for.
 */
export function presentOrder(order: Row, fields: readonly string[]): Row {
  const { payment_collections, ...rest } = order
  const collections = [payment_collections].flat().filter(isRecord)
  const isAsked = fields.some((field) => field.includes("payment_collections"))
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(labels).map(([key, words]) => [
        key,
        words[String(order[key])] ?? order[key],
      ])
    ),
    split_order_payment: splitPayment(order, collections),
    ...(isAsked && { payment_collections: collections.map(onlyShare) }),
  }
}

/** The classic name for the payment of one order of a set. */
function splitPayment(order: Row, collections: Row[]): Row | null {
  const [first] = collections
  const sum = (key: string) =>
    collections.reduce((total, row) => total + Number(row[key] ?? 0), 0)
  return first
    ? {
        payment_collection_id: first.id,
        currency_code: order.currency_code ?? first.currency_code,
        status: order.payment_status,
        authorized_amount: sum("authorized_amount"),
        captured_amount: sum("captured_amount"),
        refunded_amount: sum("refunded_amount"),
      }
    : null
}

function onlyShare(collection: Row): Row {
  return Object.fromEntries(
    Object.entries(collection).filter(
      ([key]) => key === "payments" || collectionColumns.includes(key)
    )
  )
}

/** A filter by label as a filter by Medusa's statuses. */
export function unlabel(key: string, value: unknown): unknown {
  const expand = (word: unknown) => meanings[key]?.[String(word)] ?? [word]
  if (isRecord(value)) {
    const { $eq, $ne, $in, $nin, ...others } = value
    const listed = (one: unknown, many: unknown) =>
      [one ?? [], many ?? []].flat().flatMap(expand)
    return {
      ...others,
      ...(($eq ?? $in) !== undefined && { $in: listed($eq, $in) }),
      ...(($ne ?? $nin) !== undefined && { $nin: listed($ne, $nin) }),
    }
  }
  return [value].flat().flatMap(expand)
}
