import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { textOf } from "./payload"
import type { Facts, ReadFacts } from "./facts"

type OrderItem = { title: string; quantity: unknown; total: unknown }
type Label = { tracking_number: string }

/** One order of one seller, or of the operator. */
export const orderFacts: ReadFacts = async (container, payload) => {
  const id = payload.id ? textOf(payload, "id") : textOf(payload, "order_id")
  return await readOrder(container, id)
}

/** A return of an order; the version is the return. */
export const returnFacts: ReadFacts = async (container, payload) =>
  withVersion(
    await readOrder(container, textOf(payload, "order_id")),
    textOf(payload, "return_id")
  )

/** A parcel of an order; nothing is told when the seller asked for silence. */
export const fulfilmentFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "fulfillment",
    fields: ["id", "labels.tracking_number", "order.id"],
    filters: { id },
  })
  const [fulfilment] = data
  if (payload.no_notification === true || !fulfilment?.order?.id) {
    return null
  }
  const facts = await readOrder(container, fulfilment.order.id)
  const tracking = (fulfilment.labels ?? []).flatMap(
    (label: Label | null) => label?.tracking_number ?? []
  )
  return withVersion(facts, id, { tracking: tracking.join(", ") })
}

/** The newest refund of a payment. */
export const refundFacts: ReadFacts = async (container, payload) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: [
      ...["id", "currency_code", "payment_collection_id"],
      ...["refunds.id", "refunds.amount", "refunds.created_at"],
    ],
    filters: { id: textOf(payload, "id") },
  })
  const [payment] = data
  const refund = [...(payment?.refunds ?? [])]
    .sort((a, b) => String(a?.id).localeCompare(String(b?.id)))
    .at(-1)
  if (!payment?.payment_collection_id || !refund) {
    return null
  }
  const { data: links } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id: payment.payment_collection_id },
  })
  const orderId = links[0]?.order_id
  return orderId
    ? withVersion(await readOrder(container, orderId), refund.id, {
        amount: String(refund.amount),
        currency: payment.currency_code,
      })
    : null
}

function withVersion(
  facts: Facts | null,
  version: string,
  data: Facts["data"] = {}
): Facts | null {
  return facts && { ...facts, version, data: { ...facts.data, ...data } }
}

/** One order as it is told: to its seller, its buyer, or both. */
export async function readOrder(
  container: MedusaContainer,
  id: string
): Promise<Facts | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        ...["id", "display_id", "email", "customer_id", "locale", "total"],
        ...["currency_code", "no_notification", "shipping_address.phone"],
        ...["items.title", "items.quantity", "items.total"],
        ...["seller.id", "seller.name"],
      ],
      filters: { id },
    })
  const [order] = data
  if (!order) {
    return null
  }
  const { options } = container.resolve<SellerModuleService>(SELLER_MODULE)
  const { email, seller } = order
  return {
    resource_type: "order",
    resource_id: id,
    version: "1",
    seller_id: seller?.id ?? null,
    buyer:
      email && order.no_notification !== true
        ? {
            id: order.customer_id ?? null,
            email,
            phone: order.shipping_address?.phone ?? null,
            locale: order.locale ?? null,
          }
        : null,
    data: {
      order: order.display_id,
      seller: seller?.name,
      amount: String(order.total),
      currency: order.currency_code,
      items: (order.items ?? []).flatMap((item: OrderItem | null) =>
        item
          ? {
              title: item.title,
              quantity: Number(item.quantity),
              amount: String(item.total),
            }
          : []
      ),
      url: options.vendorUrl && `${options.vendorUrl}/orders/${id}`,
    },
  }
}
