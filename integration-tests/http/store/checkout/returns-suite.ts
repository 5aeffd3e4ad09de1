import { createShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { App } from "../../../app"
import { registerCustomer, type CustomerFixture } from "../../../customers"
import { complete, fill, openShop, type Shop } from "./shop"

/** What a customer reads about sending goods back. */
export const returning = (app: App) => {
  let shop: Shop
  let clara: CustomerFixture

  beforeEach(async () => {
    shop = await openShop(app)
    clara = await registerCustomer(shop, "clara@example.com")
  })

  async function bought(): Promise<{ id: string; items: { id: string }[] }[]> {
    const cartId = await fill(shop, [shop.bolt, shop.mug])
    await shop.api.post(`/store/carts/${cartId}/customer`, {}, clara.as)
    const { data } = await complete(shop, cartId)
    return data.order_set.orders
  }

  it("lists the customer's own returns and nobody else's", async () => {
    const { api, admin, store, bob } = shop
    const [order] = await bought()
    const option = await offerReturn(shop, bob.id, bob.shippingOptionId)
    const items = [{ id: order?.items[0]?.id, quantity: 1 }]
    await api.post(
      `/admin/orders/${order?.id}/fulfillments`,
      { items, location_id: bob.stockLocationId },
      admin
    )
    const asked = await api.post(
      "/store/returns",
      { order_id: order?.id, items, return_shipping: { option_id: option } },
      store
    )
    expect([asked.status, asked.data.message]).toEqual([200, undefined])
    const { id } = asked.data.return

    const listed = await api.get("/store/returns?limit=10", clara.as)
    expect(listed.data).toMatchObject({ count: 1, offset: 0, limit: 10 })
    expect(listed.data.returns).toMatchObject([
      {
        id,
        order_id: order?.id,
        status: "requested",
        items: [{ quantity: 1 }],
      },
    ])
    expect(listed.data.returns[0].created_by).toBeUndefined()
    const one = await api.get(`/store/returns/${id}`, clara.as)
    expect(one.data.return.id).toBe(id)

    const eve = await registerCustomer(shop, "eve@example.com")
    expect((await api.get("/store/returns", eve.as)).data.count).toBe(0)
    expect((await api.get(`/store/returns/${id}`, eve.as)).status).toBe(404)
    expect((await api.get("/store/returns", store)).status).toBe(401)
    expect((await api.get(`/store/returns/${id}`, store)).status).toBe(401)
  })

  it("offers the return options of the order's seller only", async () => {
    const { api, store, bob, alice } = shop
    const [fromBob, fromAlice] = await bought()
    const option = await offerReturn(shop, bob.id, bob.shippingOptionId)
    const of = async (orderId = "") =>
      (
        await api.get(
          `/store/shipping-options/return?order_id=${orderId}`,
          store
        )
      ).data.shipping_options

    expect(await of(fromBob?.id)).toEqual([
      { id: option, name: "Send back", price_type: "flat" },
    ])
    expect(await of(fromAlice?.id)).toEqual([])
    await offerReturn(shop, alice.id, alice.shippingOptionId)
    expect(await of(fromAlice?.id)).toHaveLength(1)
    const missing = await api.get("/store/shipping-options/return", store)
    expect([missing.status, missing.data.message]).toEqual([
      400,
      expect.stringContaining("order_id"),
    ])
    const unknown = await api.get(
      "/store/shipping-options/return?order_id=order_1",
      store
    )
    expect(unknown.status).toBe(404)
  })
}

async function offerReturn(
  { container }: Shop,
  sellerId: string,
  likeOptionId: string
): Promise<string> {
  const like = await container
    .resolve(Modules.FULFILLMENT)
    .retrieveShippingOption(likeOptionId)
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Send back",
        service_zone_id: like.service_zone_id,
        shipping_profile_id: like.shipping_profile_id,
        provider_id: like.provider_id,
        price_type: "flat",
        type: { label: "Return", code: "return", description: "Label inside" },
        prices: [{ currency_code: "eur", amount: 0 }],
        rules: [{ attribute: "is_return", operator: "eq", value: "true" }],
      },
    ],
  })
  const id = result[0]?.id ?? ""
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.FULFILLMENT]: { shipping_option_id: id },
    seller: { seller_id: sellerId },
  })
  return id
}
