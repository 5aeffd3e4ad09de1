import { Modules } from "@medusajs/framework/utils"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { expectSoundBooks } from "../../../sound-books"
import { readyCart } from "../../../world"
import { complete, openShop } from "./shop"

/** By the words of a tariff: 7.5 % of all, but another one for alice. */
const everybody = {
  type: "percentage",
  percentage_rate: 7.5,
  include_tax: false,
}
const alices = {
  type: "stack",
  components: [
    { type: "percentage", percentage: "10" },
    { type: "fixed", per: "unit", amounts: { eur: "0.20" } },
    { type: "fixed", per: "line", amounts: { eur: "0.15" } },
    { type: "fixed", per: "order", amounts: { eur: "0.30" } },
  ],
  include_tax: true,
  shipping_percentage: "10",
}

/** What an order is charged stands when its buyer is answered, and for good. */
export const commission = (app: App) => {
  it("is there when complete returns, and no repeat, edit or deletion changes it", async () => {
    const shop = await openShop(app)
    const { api, admin, container, bob, alice, bolt, mug } = shop
    const ok = async (call: Promise<{ status: number; data: unknown }>) => {
      const { status, data } = await call
      expect({ status, data }).toEqual({ status: 200, data })
    }
    const setDefault = async (percentage_rate: number) =>
      await ok(
        api.post(
          "/admin/commission/default",
          {
            ...{ name: "Everybody", is_active: true },
            rate: { ...everybody, percentage_rate },
          },
          admin
        )
      )
    await setDefault(7.5)
    const made = await api.post(
      "/admin/commission/rules",
      {
        ...{ name: "Alice", is_active: true, rate: alices },
        conditions: { seller: [alice.id] },
      },
      admin
    )
    expect(made.status).toBe(201)
    const cartId = await readyCart(
      shop,
      [
        { variantId: bolt.variantId, quantity: 4 },
        { variantId: mug.variantId, quantity: 2 },
      ],
      [bob.shippingOptionId, alice.shippingOptionId]
    )
    const { status, data } = await complete(shop, cartId)
    const lines = async () =>
      await rows(app, "select * from settlement_line order by id")
    const frozen = await lines()
    expect(status).toBe(200)
    const charged = frozen.map((line) => [
      ...[line.seller_id, line.line_type, line.gross, line.tax],
      ...[line.commission, line.rule_version],
    ])
    expect(charged.sort()).toEqual(
      [
        // 7.5 % of 40.00, and nothing of the shipping.
        [bob.id, "item", "4000", "760", "300", 2],
        [bob.id, "shipping", "500", "95", "0", null],
        // 10 % of 47.60, 2 × 0.20, 0.15 and 0.30; of the shipping 10 % of 8.33.
        [alice.id, "item", "4000", "760", "561", 1],
        [alice.id, "shipping", "700", "133", "83", 1],
      ].sort()
    )

    const again = await complete(shop, cartId)
    expect(again.data.order_set.id).toBe(data.order_set.id)
    const placed = data.order_set.orders.map(({ id }: { id: string }) => ({
      ...{ name: "order.placed", data: { id } },
    }))
    await container.resolve(Modules.EVENT_BUS).emit([...placed, ...placed])
    await setDefault(50)
    const rule = `/admin/commission/rules/${made.data.commission_rule.id}`
    const components = [{ type: "percentage", percentage: "90" }]
    const dearer = { ...alices, components, shipping_percentage: "90" }
    await ok(api.post(rule, { rate: dearer }, admin))
    await ok(api.delete(rule, admin))
    // Medusa's route keeps a product whose pieces are reserved.
    await container.resolve(Modules.PRODUCT).softDeleteProducts([bolt.id])
    await expectSoundBooks(container)
    expect(await lines()).toEqual(frozen)
    const listed = await api.get(
      `/admin/commission/commission-lines?seller_id=${alice.id}&line_type=item`,
      admin
    )
    expect(listed.data.commission_lines).toMatchObject([
      {
        value: 5.61,
        rule: { name: "Alice", deleted_at: expect.any(String) },
      },
    ])
    expect(listed.data.commission_lines[0].rule.rate).toMatchObject({
      fee_value:
        "10% + 0.20 EUR per unit + 0.15 EUR per line + 0.30 EUR per order",
    })
  })
}
