import type { App } from "../../app"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import { openTwoSellerShop, throughEveryRefresh } from "./two-seller-cart"

const percentage = (value: number, more: object = {}) => ({
  type: "percentage",
  target_type: "items",
  allocation: "across",
  value,
  ...more,
})

const active = { type: "standard", status: "active" } as const

/** A seller's promotions take money off its own lines only, whatever happens to the cart. */
export const ownPromotions = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let client: ReturnType<typeof vendor>

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    client = vendor(shop.world, (await signIn(shop.world, shop.alice)).as)
  })

  it("takes money off no line of another seller, whatever happens to the cart", async () => {
    const methods = {
      TEN: percentage(10),
      HALF: percentage(50, { allocation: "each", max_quantity: 9 }),
      FIXED: { ...percentage(5), type: "fixed", currency_code: "eur" },
      FREE: percentage(100, {
        target_type: "shipping_methods",
        allocation: "each",
        max_quantity: 1,
      }),
    }
    for (const [code, application_method] of Object.entries(methods)) {
      const { promotion } = await client.post("/promotions", {
        ...active,
        code,
        application_method,
      })
      expect(promotion).toMatchObject({ code, status: "active" })
    }
    const seen = await throughEveryRefresh(shop, Object.keys(methods))
    expect(seen.map(({ after, bob }) => [after, bob])).toEqual(
      seen.map(({ after }) => [after, 0])
    )
    // 2 × 40 + 2 × 10 at half, 5 off, a tenth off what is left, and free shipping; with 19 % tax.
    expect(seen[0]?.after).toBe("code")
    expect(seen[0]?.codes).toEqual(Object.keys(methods).sort())
    expect(seen.every(({ alice }) => alice > 0)).toBe(true)
  })

  it("buys of one's own and gets of one's own, and applies by itself", async () => {
    await client.post("/promotions", {
      type: "buyget",
      status: "active",
      code: "TWO",
      is_automatic: true,
      application_method: percentage(100, {
        allocation: "each",
        max_quantity: 1,
        apply_to_quantity: 1,
        buy_rules_min_quantity: 1,
        buy_rules: [
          {
            attribute: "items.product.id",
            operator: "in",
            values: [shop.chain.id, shop.lamp.id],
          },
        ],
        target_rules: [
          {
            attribute: "items.product.id",
            operator: "ne",
            values: [shop.chain.id],
          },
        ],
      }),
    })
    const seen = await throughEveryRefresh(shop, [])
    expect(seen.map(({ bob }) => bob)).toEqual(seen.map(() => 0))
    expect(seen[0]?.alice).toBeGreaterThan(0)
  })

  it("keeps to the own lines after its rules were all taken away, and reaches goods of a new shipping profile", async () => {
    const { promotion } = await client.post("/promotions", {
      ...active,
      code: "ALICE",
      application_method: percentage(10, {
        target_rules: [
          {
            attribute: "items.product.id",
            operator: "in",
            values: [shop.lamp.id],
          },
        ],
      }),
    })
    const path = `/promotions/${promotion.id}`
    const { rules } = await client.get(`${path}/target-rules`)
    expect(rules).toMatchObject([
      {
        attribute: "items.product.id",
        values: [{ value: shop.lamp.id, label: "Lamp" }],
      },
    ])
    const all = promotion.application_method.target_rules.map(
      ({ id }: { id: string }) => id
    )
    expect(all).toHaveLength(2)
    const removal = await shop.world.api.post(
      `/vendor${path}/target-rules/batch`,
      { delete: all },
      client.as
    )
    expect(removal.status).toBe(404)
    await client.post(`${path}/target-rules/batch`, { delete: [rules[0].id] })
    expect((await client.get(`${path}/target-rules`)).rules).toEqual([])
    const { shipping_profile } = await client.post("/shipping-profiles", {
      name: "Bulky",
      type: "bulky",
    })
    await client.post(`/products/${shop.chain.id}`, {
      shipping_profile_id: shipping_profile.id,
    })
    const [first] = await throughEveryRefresh(shop, ["ALICE"])
    // 10 % of two chains at 40 and two lamps at 10, with 19 % tax.
    expect(first?.alice).toBeCloseTo(11.9)
    expect(first?.bob).toBe(0)
  })

  it("refuses what would reach further", async () => {
    const attempt = async (method: object, more: object = {}) => {
      const { status, data } = await shop.world.api.post(
        "/vendor/promotions",
        { ...active, code: "X", application_method: method, ...more },
        client.as
      )
      return [status, data.message]
    }
    const rule = (attribute: string, value: string, operator = "in") => ({
      target_rules: [{ attribute, operator, values: [value] }],
    })
    expect(
      await attempt(
        percentage(10, { target_type: "order", allocation: undefined })
      )
    ).toEqual([400, expect.stringContaining("target_type")])
    for (const value of [-1, 0, 100.5, 101]) {
      expect(await attempt(percentage(value))).toEqual([
        400,
        expect.stringContaining("between 0 and 100"),
      ])
    }
    expect(
      await attempt(percentage(10, rule("items.product.id", shop.bell.id)))
    ).toEqual([404, expect.stringContaining(shop.bell.id)])
    expect(
      await attempt(percentage(10, rule("customer.email", "clara@example.com")))
    ).toEqual([400, expect.stringContaining("attributes")])
    expect(
      await attempt(percentage(10, rule("items.product.type_id", "abc", "gt")))
    ).toEqual([400, expect.stringContaining("operators")])
    expect(
      await attempt(percentage(10), {
        campaign: {
          name: "c",
          campaign_identifier: "c",
          budget: {
            type: "use_by_attribute",
            attribute: "customer_id",
            limit: 1,
          },
        },
      })
    ).toEqual([400, expect.stringContaining("budget.type")])
    const { promotions, count } = await client.get("/promotions")
    expect([promotions, count]).toEqual([[], 0])

    const { promotion } = await client.post("/promotions", {
      ...active,
      code: "X",
      application_method: percentage(10),
    })
    const change = async (body: object) =>
      (
        await shop.world.api.post(
          `/vendor/promotions/${promotion.id}`,
          { application_method: body },
          client.as
        )
      ).status
    expect(await change({ target_type: "order" })).toBe(400)
    expect(await change({ target_type: "shipping_methods" })).toBe(400)
    expect(await change({ value: 101 })).toBe(400)
    expect(await change({ value: 20 })).toBe(200)
  })

  it("offers the own products and groups as values, and lists what it owns", async () => {
    await client.post("/promotions", {
      ...active,
      code: "A1",
      application_method: percentage(10),
      campaign: { name: "Spring", campaign_identifier: "spring" },
    })
    await client.post("/promotions", {
      ...active,
      code: "B2",
      application_method: percentage(20),
    })
    const other = vendor(shop.world, (await signIn(shop.world, shop.bob)).as)
    await other.post("/promotions", {
      ...active,
      code: "A3",
      application_method: percentage(10),
    })
    const codes = async (query: string) => {
      const { promotions, count } = await client.get(`/promotions?${query}`)
      return [promotions.map(({ code }: { code: string }) => code), count]
    }
    expect(await codes("order=-code")).toEqual([["B2", "A1"], 2])
    expect(await codes("q=A")).toEqual([["A1"], 1])
    expect(await codes("limit=1&offset=1&order=code")).toEqual([["B2"], 2])
    const { values, count } = await client.get(
      "/promotions/rule-value-options/target-rules/product?limit=20"
    )
    expect(count).toBe(2)
    expect(values.map(({ label }: { label: string }) => label).sort()).toEqual([
      "Chain",
      "Lamp",
    ])
    const { attributes } = await client.get(
      "/promotions/rule-attribute-options/target-rules"
    )
    expect(attributes.map(({ id }: { id: string }) => id)).toContain("product")
    const { campaigns } = await client.get("/campaigns?fields=*promotions")
    expect(campaigns).toMatchObject([
      { name: "Spring", promotions: [{ code: "A1" }] },
    ])
  })
}
