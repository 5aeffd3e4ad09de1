import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  beginClaimOrderWorkflow,
  beginExchangeOrderWorkflow,
  beginOrderEditOrderWorkflow,
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmReturnRequestWorkflow,
  createClaimShippingMethodWorkflow,
  createExchangeShippingMethodWorkflow,
  createOrderEditShippingMethodWorkflow,
  createReturnShippingMethodWorkflow,
  dismissItemReturnRequestWorkflow,
  orderClaimAddNewItemWorkflow,
  orderClaimItemWorkflow,
  orderClaimRequestItemReturnWorkflow,
  orderEditAddNewItemWorkflow,
  orderExchangeAddNewItemWorkflow,
  orderExchangeRequestItemReturnWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import type { World } from "../world"

/** An order that its buyer has. */
export type Delivered = { id: string; itemId: string }

/** What a change under way is about, and the id of each of its actions by what they do. */
export type Change = Record<string, string> & {
  order: string
  item: string
  id: string
}

type Of = {
  locationId: string
  shippingOptionId: string
  variantId: string
}

const items = (itemId: string) => [{ id: itemId, quantity: 1 }]

/** A return, a received one, a claim, an exchange and an edit, each begun on an order of its own. */
export async function beginChanges(
  world: World,
  next: () => Promise<Delivered>,
  of: Of
): Promise<Record<AfterSale, Change>> {
  return {
    opened: await beginReturn(world, await next(), of),
    arriving: await beginReceiving(world, await next(), of),
    claimed: await beginClaim(world, await next(), of),
    exchanged: await beginExchange(world, await next(), of),
    edited: await beginEdit(world, await next(), of),
  }
}

export type AfterSale =
  "opened" | "arriving" | "claimed" | "exchanged" | "edited"

async function beginReturn(world: World, order: Delivered, of: Of) {
  const { container } = world
  const { result } = await beginReturnOrderWorkflow(container).run({
    input: { order_id: order.id, location_id: of.locationId },
  })
  const return_id = result.return_id ?? ""
  await requestItemReturnWorkflow(container).run({
    input: { return_id, items: items(order.itemId) },
  })
  await createReturnShippingMethodWorkflow(container).run({
    input: {
      return_id,
      shipping_option_id: of.shippingOptionId,
      custom_amount: 1,
    },
  })
  return await withActions(world, order, return_id)
}

async function beginReceiving(world: World, order: Delivered, of: Of) {
  const { container } = world
  const { result } = await beginReturnOrderWorkflow(container).run({
    input: { order_id: order.id, location_id: of.locationId },
  })
  const return_id = result.return_id ?? ""
  await requestItemReturnWorkflow(container).run({
    input: { return_id, items: [{ id: order.itemId, quantity: 3 }] },
  })
  await confirmReturnRequestWorkflow(container).run({ input: { return_id } })
  await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
  await receiveItemReturnRequestWorkflow(container).run({
    input: { return_id, items: items(order.itemId) },
  })
  await dismissItemReturnRequestWorkflow(container).run({
    input: { return_id, items: items(order.itemId) },
  })
  return await withActions(world, order, return_id)
}

async function beginClaim(world: World, order: Delivered, of: Of) {
  const { container } = world
  const { result } = await beginClaimOrderWorkflow(container).run({
    input: { order_id: order.id, type: "replace" },
  })
  const claim_id = result.claim_id ?? ""
  await orderClaimItemWorkflow(container).run({
    input: { claim_id, items: items(order.itemId) },
  })
  await orderClaimRequestItemReturnWorkflow(container).run({
    input: { claim_id, return_id: "", items: items(order.itemId) },
  })
  await orderClaimAddNewItemWorkflow(container).run({
    input: { claim_id, items: [{ variant_id: of.variantId, quantity: 1 }] },
  })
  await createClaimShippingMethodWorkflow(container).run({
    input: {
      claim_id,
      shipping_option_id: of.shippingOptionId,
      custom_amount: 1,
    },
  })
  return await withActions(world, order, claim_id)
}

async function beginExchange(world: World, order: Delivered, of: Of) {
  const { container } = world
  const { result } = await beginExchangeOrderWorkflow(container).run({
    input: { order_id: order.id },
  })
  const exchange_id = result.exchange_id ?? ""
  await orderExchangeRequestItemReturnWorkflow(container).run({
    input: { exchange_id, return_id: "", items: items(order.itemId) },
  })
  await orderExchangeAddNewItemWorkflow(container).run({
    input: { exchange_id, items: [{ variant_id: of.variantId, quantity: 1 }] },
  })
  await createExchangeShippingMethodWorkflow(container).run({
    input: {
      exchange_id,
      shipping_option_id: of.shippingOptionId,
      custom_amount: 1,
    },
  })
  return await withActions(world, order, exchange_id)
}

async function beginEdit(world: World, order: Delivered, of: Of) {
  const { container } = world
  await beginOrderEditOrderWorkflow(container).run({
    input: { order_id: order.id },
  })
  await orderEditAddNewItemWorkflow(container).run({
    input: {
      order_id: order.id,
      items: [{ variant_id: of.variantId, quantity: 1 }],
    },
  })
  await createOrderEditShippingMethodWorkflow(container).run({
    input: {
      order_id: order.id,
      shipping_option_id: of.shippingOptionId,
      custom_amount: 1,
    },
  })
  return await withActions(world, order, order.id)
}

/** The ids of the open change's actions, under the name of what each does. */
async function withActions(
  { container }: World,
  order: Delivered,
  id: string
): Promise<Change> {
  const { rows }: { rows: { id: string; action: string }[] } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      "select id, action from order_change_action where order_id = ? and not applied order by ordering",
      [order.id]
    )
  return {
    ...Object.fromEntries(rows.map((row) => [row.action, row.id])),
    ...{ order: order.id, item: order.itemId, id },
  }
}

/** A captured payment of its own for an order. */
export async function payOrder(
  { container }: World,
  orderId: string
): Promise<{ payment: string; payment_collection: string }> {
  const payments = container.resolve(Modules.PAYMENT)
  const [collection] = await payments.createPaymentCollections([
    { currency_code: "eur", amount: 35 },
  ])
  const session = await payments.createPaymentSession(collection?.id ?? "", {
    provider_id: "pp_system_default",
    currency_code: "eur",
    amount: 35,
    data: {},
  })
  const payment = await payments.authorizePaymentSession(session.id, {})
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: orderId },
    [Modules.PAYMENT]: { payment_collection_id: collection?.id ?? "" },
  })
  return {
    payment: payment?.id ?? "",
    payment_collection: collection?.id ?? "",
  }
}
