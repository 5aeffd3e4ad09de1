import { marketplaceApp } from "../../app"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
} from "../../world"

marketplaceApp((app) => {
  it("completes a cart of one seller", async () => {
    const world = await createWorld(app)
    const seller = await createSeller(world, "Bob's Parts")
    const bolt = await createProduct(world, seller, {
      title: "Bolt",
      price: 10,
    })
    const cartId = await readyCart(
      world,
      [{ variantId: bolt.variantId, quantity: 2 }],
      [seller.shippingOptionId]
    )
    const { status, data } = await app.api.post(
      `/store/carts/${cartId}/complete`,
      {},
      world.store
    )
    expect(status).toBe(200)
    expect(data.type).toBe("order")
    expect(data.order.total).toBeCloseTo((20 + 5) * 1.19, 2)
  })
})
