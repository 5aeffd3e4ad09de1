import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { SELLER_MODULE } from "../../src/modules/seller"
import type { World } from "../world"

/** Orders of one seller, each for another kind of use. */
export type Orders = {
  order: string
  order_line_item: string
  /** Packed, not shipped. */
  fulfilledOrder: string
  fulfilledItem: string
  fulfillment: string
}

type Of = {
  id: string
  stockLocationId: string
  shippingOptionId: string
}

/** One open and one fulfilled order of the seller; every text of them holds `text`. */
export async function createOrders(
  world: World,
  seller: Of,
  text: string
): Promise<Orders> {
  const [open, fulfilled] = [
    await createOrder(world, seller, text),
    await createOrder(world, seller, text),
  ]
  const { result } = await createOrderFulfillmentWorkflow(world.container).run({
    input: {
      order_id: fulfilled.id,
      items: [{ id: fulfilled.itemId, quantity: 2 }],
      location_id: seller.stockLocationId,
    },
  })
  return {
    order: open.id,
    order_line_item: open.itemId,
    fulfilledOrder: fulfilled.id,
    fulfilledItem: fulfilled.itemId,
    fulfillment: result.id,
  }
}

async function createOrder(
  { container, regionId, salesChannelId }: World,
  seller: Of,
  text: string
): Promise<{ id: string; itemId: string }> {
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
