import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  capturePaymentWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { World } from "../world"
import {
  beginChanges,
  payOrder,
  type AfterSale,
  type Change,
  type Delivered,
} from "./after-sales"

/** Orders of one seller, each for another kind of use. */
export type Orders = Record<AfterSale, Change> & {
  order: string
  order_line_item: string
  payment: string
  payment_collection: string
  capturedPayment: string
  /** Packed, not shipped. */
  fulfilledOrder: string
  fulfilledItem: string
  fulfillment: string
  deliveredOrder: string
  /** Joins an order without stock. */
  looseVariant: string
}

type Of = {
  id: string
  stockLocationId: string
  shippingOptionId: string
}

/** Orders of the seller in every state that a route is about; every text of them holds `text`. */
export async function createOrders(
  world: World,
  seller: Of,
  { text, variantId }: { text: string; variantId: string }
): Promise<Orders> {
  const open = await createOrder(world, seller, text)
  const paid = await payOrder(world, open.id)
  const packed = await pack(world, seller, text)
  const deliver = () => deliverOrder(world, seller, text)
  const delivered = await deliver()
  const captured = await payOrder(world, delivered.id)
  await capturePaymentWorkflow(world.container).run({
    input: { payment_id: captured.payment },
  })
  return {
    ...paid,
    order: open.id,
    order_line_item: open.itemId,
    capturedPayment: captured.payment,
    fulfilledOrder: packed.id,
    fulfilledItem: packed.itemId,
    fulfillment: packed.fulfillmentId,
    deliveredOrder: delivered.id,
    looseVariant: variantId,
    ...(await beginChanges(world, deliver, {
      locationId: seller.stockLocationId,
      shippingOptionId: seller.shippingOptionId,
      variantId,
    })),
  }
}

async function pack(world: World, seller: Of, text: string) {
  const order = await createOrder(world, seller, text)
  const { result } = await createOrderFulfillmentWorkflow(world.container).run({
    input: {
      order_id: order.id,
      items: [{ id: order.itemId, quantity: 3 }],
      location_id: seller.stockLocationId,
    },
  })
  return { ...order, fulfillmentId: result.id }
}

async function deliverOrder(
  world: World,
  seller: Of,
  text: string
): Promise<Delivered> {
  const { id, itemId, fulfillmentId } = await pack(world, seller, text)
  await createOrderShipmentWorkflow(world.container).run({
    input: {
      order_id: id,
      fulfillment_id: fulfillmentId,
      items: [{ id: itemId, quantity: 3 }],
    },
  })
  await markOrderFulfillmentAsDeliveredWorkflow(world.container).run({
    input: { orderId: id, fulfillmentId },
  })
  return { id, itemId }
}

async function createOrder(
  { container, regionId, salesChannelId }: World,
  seller: Of,
  text: string
): Promise<Delivered> {
  const address = {
    first_name: text,
    last_name: text,
    address_1: text,
    city: text,
    country_code: "de",
  }
  const order = await container.resolve(Modules.ORDER).createOrders({
    customer_id: await buyerOf(container, text),
    region_id: regionId,
    sales_channel_id: salesChannelId,
    currency_code: "eur",
    email: `${text}@example.com`,
    shipping_address: address,
    billing_address: address,
    metadata: { note: text },
    items: [{ title: text, quantity: 3, unit_price: 10 }],
    shipping_methods: [
      {
        name: text,
        amount: 5,
        shipping_option_id: seller.shippingOptionId,
        data: {},
      },
    ],
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [SELLER_MODULE]: { seller_id: seller.id },
  })
  return { id: order.id, itemId: order.items?.[0]?.id ?? "" }
}

/** The same buyer for all orders of a seller. */
async function buyerOf(
  container: World["container"],
  text: string
): Promise<string> {
  const customers = container.resolve(Modules.CUSTOMER)
  const email = `${text}@example.com`
  const [known] = await customers.listCustomers({ email })
  const buyer =
    known ??
    (await customers.createCustomers({
      email,
      first_name: text,
      last_name: text,
      company_name: text,
      metadata: { note: text },
    }))
  return buyer.id
}
