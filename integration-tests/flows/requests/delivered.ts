import type { Suite } from "../../app"
import { registerCustomer } from "../../customers"
import { rows } from "../../rows"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
} from "../../world"

/** Clara bought three bolts of Bob and a mug of Alice; Bob's parcel arrived. */
export async function delivered(app: Parameters<Suite>[0]) {
  const world = await createWorld(app)
  const { api, admin } = world
  const bob = await createSeller(world, "Bob", 5)
  const alice = await createSeller(world, "Alice", 7)
  const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
  const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
  const clara = await registerCustomer(world, "clara@example.com")
  const lines = [
    { variantId: bolt.variantId, quantity: 3 },
    { variantId: mug.variantId, quantity: 1 },
  ]
  const options = [bob.shippingOptionId, alice.shippingOptionId]
  const cartId = await readyCart(world, lines, options)
  await api.post(`/store/carts/${cartId}/customer`, {}, clara.as)
  const placed = await api.post(
    `/store/carts/${cartId}/complete`,
    {},
    world.store
  )
  const orders: { id: string; items: { id: string }[] }[] =
    placed.data.order_set.orders
  const theirs = await rows(
    app,
    "select order_id, seller_id from marketplace_order_seller"
  )
  const idOf = (seller: { id: string }) =>
    String(theirs.find((row) => row.seller_id === seller.id)?.order_id)
  const orderId = idOf(bob)
  const own = orders.find(({ id }) => id === orderId)
  const lineId = own?.items[0]?.id ?? ""
  const path = `/admin/orders/${orderId}/fulfillments`
  const items = [{ id: lineId, quantity: 3 }]
  const sent = await api.post(
    `${path}?fields=*fulfillments`,
    { items, location_id: bob.stockLocationId },
    admin
  )
  const [fulfillment] = sent.data.order.fulfillments
  await api.post(`${path}/${fulfillment.id}/shipments`, { items }, admin)
  await api.post(`${path}/${fulfillment.id}/mark-as-delivered`, {}, admin)
  const seller = vendor(world, (await signIn(world, bob)).as)
  const ask = (quantity: number, more: object = {}) =>
    api.post(
      "/store/return-request",
      {
        order_id: orderId,
        customer_note: "",
        shipping_option_id: null,
        line_items: [{ line_item_id: lineId, quantity, reason_id: null }],
        ...more,
      },
      clara.as
    )
  return {
    world,
    bob,
    alice,
    bolt,
    mug,
    seller,
    clara,
    orderId,
    otherId: idOf(alice),
    ask,
    lineId,
  }
}
