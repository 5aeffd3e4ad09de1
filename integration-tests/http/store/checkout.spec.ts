import { marketplaceApp } from "../../app"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
} from "../../world"

marketplaceApp((app) => {
  it("turns one cart into an order per seller", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts", 5)
    const alice = await createSeller(world, "Alice's Wares", 7)
    const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
    const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
    const cartId = await readyCart(
      world,
      [
        { variantId: bolt.variantId, quantity: 2 },
        { variantId: mug.variantId, quantity: 1 },
      ],
      [bob.shippingOptionId, alice.shippingOptionId]
    )
    const { status, data } = await app.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    expect(data).toMatchObject({ type: "order" })
    expect(status).toBe(200)
    const { order_set } = data
    expect(
      order_set.orders.map(
        (order: { seller: { id: string }; total: number }) => [
          order.seller.id,
          order.total,
        ]
      )
    ).toEqual(
      [
        [bob.id, 29.75],
        [alice.id, 32.13],
      ].sort()
    )
    expect(order_set.total).toBe(61.88)
    expect(order_set.payment_status).toBe("authorized")
    expect(data.order.id).toBe(order_set.orders[0].id)
    const again = await app.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    expect(again.data.order_set.id).toBe(data.order_set.id)
    expect(again.data.order.id).toBe(data.order.id)
  })
})
