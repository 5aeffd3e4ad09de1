import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import { sellerFilter } from "../../scope/seller-filter"
import { toSellerId } from "../../scope/seller-id"
import type { ReturnRequestPayload } from "./return-request-payload"

const dayMs = 24 * 60 * 60 * 1000

export type ReturnableOrder = {
  id: string
  display_id: number
  status: string
  customer_id: string | null
  seller?: { id: string } | null
  items: {
    id: string
    detail: Record<
      | "delivered_quantity"
      | "return_requested_quantity"
      | "return_received_quantity"
      | "return_dismissed_quantity",
      number
    >
  }[]
  fulfillments: {
    delivered_at: Date | string | null
    canceled_at: Date | string | null
    items: { line_item_id: string; quantity: number }[]
  }[]
}

/** An order with what is needed to say how much of it can go back; null for an unknown id. */
export async function readReturnableOrder(
  container: MedusaContainer,
  id: string
): Promise<ReturnableOrder | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "status",
        "customer_id",
        "seller.id",
        "items.id",
        "items.detail.delivered_quantity",
        "items.detail.return_requested_quantity",
        "items.detail.return_received_quantity",
        "items.detail.return_dismissed_quantity",
        "fulfillments.delivered_at",
        "fulfillments.canceled_at",
        "fulfillments.items.*",
      ],
      filters: { id },
    })
  // The graph's rows are untyped at this edge; the fields above are asked for.
  return data[0] ?? null
}

/**
 * How much of each line can go back now: what was delivered, less what went or
 * is going back, and no more than what was delivered within the window.
 *
 * @param windowDays - Days after delivery.
 * @returns line item id → quantity.
 */
export function returnableQuantities(
  { items, fulfillments }: ReturnableOrder,
  { windowDays, now }: { windowDays: number; now: Date }
): Map<string, number> {
  const since = now.getTime() - windowDays * dayMs
  const inTime = new Map<string, number>()
  for (const { delivered_at, canceled_at, items } of fulfillments) {
    if (
      delivered_at &&
      !canceled_at &&
      new Date(delivered_at).getTime() >= since
    ) {
      for (const { line_item_id, quantity } of items) {
        inTime.set(
          line_item_id,
          (inTime.get(line_item_id) ?? 0) + toNumber(quantity)
        )
      }
    }
  }
  return new Map(
    items.map(({ id, detail }) => {
      const left =
        toNumber(detail.delivered_quantity) -
        toNumber(detail.return_requested_quantity) -
        toNumber(detail.return_received_quantity) -
        toNumber(detail.return_dismissed_quantity)
      return [id, Math.max(0, Math.min(left, inTime.get(id) ?? 0))]
    })
  )
}

/** Quantities are big numbers; an absent one is none. */
const toNumber = (value: number | null | undefined) =>
  MathBN.convert(value ?? 0).toNumber()

/** @throws MedusaError INVALID_DATA naming the line and how much of it can go back. */
export function ensureReturnable(
  order: ReturnableOrder,
  { line_items }: Pick<ReturnRequestPayload, "line_items">,
  windowDays: number
): void {
  const left = returnableQuantities(order, { windowDays, now: new Date() })
  const wanted = new Map<string, number>()
  for (const { line_item_id, quantity } of line_items) {
    wanted.set(line_item_id, (wanted.get(line_item_id) ?? 0) + quantity)
  }
  for (const [id, quantity] of wanted) {
    const most = left.get(id)
    if (most === undefined) {
      throw invalid(`Line item ${id} is not of order ${order.id}`)
    }
    if (quantity > most) {
      throw invalid(
        `Of line item ${id}, ${most} can be sent back: what was delivered within ${windowDays} days and is not on its way back yet`
      )
    }
  }
}

/** @throws MedusaError INVALID_DATA naming a reason or way of shipping that is not there. */
export async function ensureChoices(
  container: MedusaContainer,
  {
    line_items,
    shipping_option_id,
    seller_id,
  }: ReturnRequestPayload & { seller_id: string | null }
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const reasons = [
    ...new Set(line_items.flatMap((line) => line.reason_id ?? [])),
  ]
  const { data: known } = reasons.length
    ? await query.graph({
        entity: "return_reason",
        fields: ["id"],
        filters: { id: reasons },
      })
    : { data: [] }
  const unknown = reasons.filter((id) => !known.some((row) => row.id === id))
  if (unknown.length) {
    throw invalid(`There is no return reason ${unknown.join(", ")}`)
  }
  if (!shipping_option_id) {
    return
  }
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "seller.id"],
    filters: {
      id: shipping_option_id,
      rules: { attribute: "is_return", value: "true" },
      ...(seller_id ? sellerFilter(toSellerId(seller_id)) : {}),
    },
  })
  const [option] = options
  if (!option || (option.seller?.id ?? null) !== seller_id) {
    throw invalid(
      `Shipping option ${shipping_option_id} does not bring goods of this order back`
    )
  }
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
