import { marketplaceApp } from "../../app"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type World,
} from "../../world"

async function twoSellers(world: World) {
  const bob = await createSeller(world, "Bob's Parts", 5)
  const alice = await createSeller(world, "Alice's Wares", 7)
  const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
  const nut = await createProduct(world, bob, { title: "Nut", price: 2 })
  const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
  return { bob, alice, bolt, nut, mug }
}

const methodOptions = (cart: {
  shipping_methods: { shipping_option_id: string; tax_lines: unknown[] }[]
}) => cart.shipping_methods.map((method) => method.shipping_option_id).sort()

marketplaceApp((app) => {
  it("lets a shopper buy from ten sellers in seven requests with right totals at every step", async () => {
    const world = await createWorld(app)
    const { api } = app
    const items: { variant_id: string; quantity: number }[] = []
    for (let n = 0; n < 10; n++) {
      const seller = await createSeller(world, `Seller ${n}`, 5)
      const product = await createProduct(world, seller, {
        title: `Thing ${n}`,
        price: 10,
      })
      items.push({ variant_id: product.variantId, quantity: 2 })
    }
    const created = await api.post(
      "/store/carts",
      {
        region_id: world.regionId,
        email: "clara@example.com",
        shipping_address: { address_1: "Lindenweg 4", country_code: "de" },
      },
      world.store
    )
    const path = `/store/carts/${created.data.cart.id}`
    const filled = await api.post(
      `${path}/line-items/batch`,
      { items },
      world.store
    )
    expect(filled.status).toBe(200)
    expect(filled.data.cart.items).toHaveLength(10)
    expect(filled.data.cart.total).toBeCloseTo(200 * 1.19, 2)
    const offered = await api.get(`${path}/shipping-options`, world.store)
    expect(offered.data.groups).toHaveLength(10)
    const methods = offered.data.groups.map(
      (group: { shipping_options: { id: string }[] }) => ({
        option_id: group.shipping_options[0]?.id,
      })
    )
    const chosen = await api.post(
      `${path}/shipping-methods/batch`,
      { methods },
      world.store
    )
    expect(chosen.status).toBe(200)
    expect(chosen.data.cart.shipping_methods).toHaveLength(10)
    expect(chosen.data.cart.total).toBeCloseTo(250 * 1.19, 2)
    const collection = await api.post(
      "/store/payment-collections",
      { cart_id: created.data.cart.id },
      world.store
    )
    const session = await api.post(
      `/store/payment-collections/${collection.data.payment_collection.id}/payment-sessions`,
      { provider_id: "pp_system_default" },
      world.store
    )
    expect(session.data.payment_collection.amount).toBeCloseTo(297.5, 2)
    const completed = await api.post(`${path}/complete`, {}, world.store)
    expect(completed.data.type).toBe("order")
  })

  it("offers only the sellers of the cart, keeps chosen options listed, and choosing again changes nothing", async () => {
    const world = await createWorld(app)
    const { bob, alice, bolt, mug } = await twoSellers(world)
    await createSeller(world, "Carl's Corner")
    const cartId = await readyCart(
      world,
      [bolt, mug].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [bob.shippingOptionId, alice.shippingOptionId]
    )
    const listed = await app.api.get(
      `/store/shipping-options?cart_id=${cartId}`,
      world.store
    )
    expect(
      listed.data.shipping_options
        .map((option: Record<string, unknown>) => [
          option.seller_id,
          option.seller_name,
          option.amount,
          option.seller,
        ])
        .sort()
    ).toEqual(
      [
        [bob.id, "Bob's Parts", 5, undefined],
        [alice.id, "Alice's Wares", 7, undefined],
      ].sort()
    )
    const again = await app.api.post(
      `/store/carts/${cartId}/shipping-methods`,
      { option_id: bob.shippingOptionId },
      world.store
    )
    expect(methodOptions(again.data.cart)).toEqual(
      [bob.shippingOptionId, alice.shippingOptionId].sort()
    )
    expect(again.data.cart.total).toBeCloseTo(42 * 1.19, 2)
    expect(again.data.cart.payment_collection.amount).toBeCloseTo(42 * 1.19, 2)
    for (const method of again.data.cart.shipping_methods) {
      expect(method.tax_lines).toHaveLength(1)
    }
  })

  it("keeps a seller's method with one of two items and drops it with the last", async () => {
    const world = await createWorld(app)
    const { bob, alice, bolt, nut, mug } = await twoSellers(world)
    const cartId = await readyCart(
      world,
      [bolt, nut, mug].map(({ variantId }) => ({ variantId, quantity: 1 })),
      [bob.shippingOptionId]
    )
    const path = `/store/carts/${cartId}`
    const { data } = await app.api.get(path, world.store)
    const lineOf = (variantId: string) =>
      data.cart.items.find(
        (item: { variant_id: string }) => item.variant_id === variantId
      ).id
    const first = await app.api.delete(
      `${path}/line-items/${lineOf(nut.variantId)}`,
      world.store
    )
    expect(methodOptions(first.data.parent)).toEqual([bob.shippingOptionId])
    expect(first.data.parent.total).toBeCloseTo(35 * 1.19, 2)
    const last = await app.api.delete(
      `${path}/line-items/${lineOf(bolt.variantId)}`,
      world.store
    )
    expect(methodOptions(last.data.parent)).toEqual([])
    expect(last.data.parent.total).toBeCloseTo(20 * 1.19, 2)
    expect(last.data.parent.payment_collection.amount).toBeCloseTo(23.8, 2)
    const refused = await app.api.post(
      `${path}/shipping-methods`,
      { option_id: bob.shippingOptionId },
      world.store
    )
    expect(refused.status).toBe(400)
    expect(alice.id).not.toBe(bob.id)
  })

  it("refuses lines and methods of another cart and ignores a unit price", async () => {
    const world = await createWorld(app)
    const { bob, bolt } = await twoSellers(world)
    const line = [{ variantId: bolt.variantId, quantity: 1 }]
    const mine = await readyCart(world, line, [bob.shippingOptionId])
    const other = await readyCart(world, line, [bob.shippingOptionId])
    const before = (await app.api.get(`/store/carts/${other}`, world.store))
      .data.cart
    const deletedLine = await app.api.delete(
      `/store/carts/${mine}/line-items/${before.items[0].id}`,
      world.store
    )
    expect(deletedLine.status).toBe(404)
    const methods = (
      await app.api.get(
        `/store/carts/${other}?fields=+shipping_methods.id`,
        world.store
      )
    ).data.cart.shipping_methods
    const deletedMethod = await app.api.delete(
      `/store/carts/${mine}/shipping-methods`,
      { ...world.store, data: { shipping_method_ids: [methods[0].id] } }
    )
    expect(deletedMethod.status).toBe(404)
    const priced = await app.api.post(
      `/store/carts/${mine}/line-items`,
      { variant_id: bolt.variantId, quantity: 1, unit_price: 0.01 },
      world.store
    )
    const after = async (id: string) =>
      (await app.api.get(`/store/carts/${id}`, world.store)).data.cart
    expect([200, 400]).toContain(priced.status)
    expect((await after(mine)).items[0].unit_price).toBe(10)
    expect((await after(other)).total).toBe(before.total)
    expect((await after(other)).items).toHaveLength(1)
    const line_id = before.items[0].id
    const changed = await app.api.post(
      `/store/carts/${mine}/line-items/${line_id}`,
      { quantity: 5 },
      world.store
    )
    expect(changed.status).toBe(404)
    await app.api.post(
      `/store/carts/${other}/line-items/${line_id}`,
      { quantity: 1, unit_price: 0.01 },
      world.store
    )
    expect((await after(other)).total).toBe(before.total)
    const cheap = await app.api.post(
      "/store/carts",
      {
        region_id: world.regionId,
        items: [{ variant_id: bolt.variantId, quantity: 1, unit_price: 0.01 }],
      },
      world.store
    )
    expect(
      cheap.status === 400 || cheap.data.cart.items[0].unit_price === 10
    ).toBe(true)
    const batch = await app.api.post(
      `/store/carts/${mine}/line-items/batch`,
      { items: [{ variant_id: bolt.variantId, quantity: 1, unit_price: 1 }] },
      world.store
    )
    expect(batch.status).toBe(400)
    const removed = await app.api.delete(
      `/store/carts/${other}/shipping-methods`,
      { ...world.store, data: { shipping_method_ids: [methods[0].id] } }
    )
    expect(removed.status).toBe(200)
    expect(removed.data.cart.shipping_methods).toEqual([])
    expect(removed.data.cart.total).toBeCloseTo(11.9, 2)
  })
})
