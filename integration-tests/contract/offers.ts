import type { App } from "../app"
import { signIn } from "../members"
import { openTwoSellerShop } from "../http/vendor/two-seller-cart"
import { panel, type Panel } from "./panel"

/** Price lists, promotions and campaigns: the panel's forms, and what its pages read. */
export const offers = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let alice: Panel

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    alice = panel(shop.world, (await signIn(shop.world, shop.alice)).as)
  })

  it("makes a price list, edits it screen by screen and takes products out of it", async () => {
    const { chain, lamp, world, otherRegionId } = shop
    const { customer_group } = await alice.post("/vendor/customer-groups", {
      name: "Clubs",
    })
    const price = (variant_id: string, amount: number, rules?: object) => ({
      ...{ variant_id, amount, currency_code: "eur" },
      ...(rules && { rules }),
    })
    const rules = { "customer.groups.id": [customer_group.id] }
    const region_id = world.regionId
    const made = await alice.send("POST", "/vendor/price-lists", {
      body: {
        ...{ title: "Spring", type: "sale", status: "draft" },
        ...{ description: "Of spring", starts_at: null, ends_at: null, rules },
        prices: [
          price(chain.variantId, 30),
          price(chain.variantId, 28, { region_id }),
        ],
      },
    })
    expect(made.status).toBe(201)
    const id = made.data.price_list.id
    const path = `/vendor/price-lists/${id}`
    const found = await alice.get("/vendor/price-lists", {
      ...{ limit: 20, offset: 0, order: "-created_at", q: "spri" },
      status: ["draft", "active"],
    })
    expect(found).toMatchObject({ count: 1, price_lists: [{ id, rules }] })
    const { price_list } = await alice.get(path)
    expect(price_list.price_list_rules).toMatchObject([
      { attribute: "customer.groups.id", value: [customer_group.id] },
    ])
    type Price = { id: string; amount: number; rules: object }
    const byAmount = (prices: Price[]) =>
      [...prices].sort((a, b) => a.amount - b.amount)
    const [regional, plain] = byAmount(price_list.prices)
    expect([regional, plain]).toMatchObject([
      {
        ...{ amount: 28, rules: { region_id }, variant_id: chain.variantId },
        price_set: { variant: { id: chain.variantId } },
      },
      { amount: 30, rules: {}, price_rules: [] },
    ])
    await alice.post(path, {
      ...{ title: "Summer", type: "override", description: "Of summer" },
      status: "active",
    })
    const configured = await alice.post(path, {
      ...{ starts_at: "2026-01-01T00:00:00.000Z", ends_at: null, rules: {} },
    })
    expect(configured.price_list).toMatchObject({
      ...{ title: "Summer", status: "active", rules: {} },
    })
    await alice.post(`${path}/products`, {
      create: [price(lamp.variantId, 8, { region_id: otherRegionId })],
      update: [{ id: plain?.id, ...price(chain.variantId, 29) }],
      remove: [regional?.id],
    })
    const { products, count } = await alice.get(`${path}/products`)
    expect(count).toBe(2)
    expect(products[0].variants[0]).toHaveProperty("prices")
    await alice.post(`${path}/products`, { remove: [lamp.id] })
    const more = await alice.send("POST", `${path}/prices`, {
      body: { prices: [price(lamp.variantId, 9)] },
    })
    expect(more.status).toBe(201)
    const left = byAmount((await alice.get(path)).price_list.prices)
    expect(left.map(({ amount }) => amount)).toEqual([9, 29])
    await alice.delete(`${path}/prices/${left[0]?.id}`)
    expect((await alice.get(path)).price_list.prices).toHaveLength(1)
    expect(await alice.delete(path)).toEqual({
      ...{ id, object: "price_list", deleted: true },
    })
  })

  it("makes a promotion in a campaign, changes its rules by three calls, and ends both", async () => {
    const campaign = await alice.send("POST", "/vendor/campaigns", {
      body: {
        ...{ name: "Spring", description: "Of spring" },
        ...{ campaign_identifier: "spring", starts_at: null, ends_at: null },
        budget: { type: "usage", limit: 10, currency_code: null },
      },
    })
    expect(campaign.status).toBe(201)
    const { id: campaign_id } = campaign.data.campaign
    const made = await alice.send("POST", "/vendor/promotions", {
      body: {
        ...{ code: "TEN", type: "standard", status: "draft" },
        ...{ is_automatic: false, campaign_id, rules: [] },
        application_method: {
          ...{ type: "percentage", target_type: "items", value: 10 },
          ...{ allocation: "across", max_quantity: null },
          target_rules: [
            {
              ...{ operator: "eq", attribute: "items.product.id" },
              values: shop.chain.id,
            },
          ],
        },
      },
    })
    expect(made).toMatchObject({ status: 201 })
    const { id } = made.data.promotion
    const path = `/vendor/promotions/${id}`
    const list = await alice.get("/vendor/promotions", {
      ...{ limit: 20, offset: 0, order: "code", q: "te", fields: "+status" },
      ...{ campaign_id, created_at: { $gte: "2020-01-01T00:00:00Z" } },
    })
    expect(list).toMatchObject({
      count: 1,
      promotions: [{ id, code: "TEN", status: "draft", is_automatic: false }],
    })
    expect(
      (await alice.get(path, { fields: "+status" })).promotion
    ).toMatchObject({
      ...{ status: "draft", campaign: { id: campaign_id } },
      application_method: { type: "percentage", value: 10 },
    })
    for (const kind of ["rules", "target-rules", "buy-rules"]) {
      const query = {
        promotion_type: "standard",
        application_method_type: "percentage",
        application_method_target_type: "items",
      }
      const offered = await alice.get(
        `/vendor/promotions/rule-attribute-options/${kind}`,
        query
      )
      expect(offered.attributes[0]).toMatchObject({
        ...{ id: expect.any(String), value: expect.any(String) },
        operators: expect.any(Array),
      })
      expect((await alice.get(`${path}/${kind}`, query)).rules).toEqual(
        expect.any(Array)
      )
    }
    const values = await alice.get(
      "/vendor/promotions/rule-value-options/target-rules/product",
      { limit: 10, offset: 0, q: "cha" }
    )
    expect(values).toMatchObject({
      count: 1,
      values: [{ label: "Chain", value: shop.chain.id }],
    })
    const { rules } = await alice.get(`${path}/target-rules`)
    const own = rules.filter(
      ({ disguised }: { disguised?: boolean }) => !disguised
    )
    await alice.post(`${path}/target-rules/batch`, {
      delete: own
        .filter(({ attribute }: { attribute: string }) =>
          attribute.includes("product.id")
        )
        .map((rule: { id: string }) => rule.id),
    })
    await alice.post(`${path}/target-rules/batch`, {
      create: [
        {
          ...{ attribute: "items.product.id", operator: "in" },
          values: [shop.chain.id, shop.lamp.id],
        },
      ],
    })
    const { customer_group } = await alice.post("/vendor/customer-groups", {
      name: "Clubs",
    })
    await alice.post(`${path}/rules/batch`, {
      create: [
        {
          ...{ attribute: "customer.groups.id", operator: "in" },
          values: [customer_group.id],
        },
      ],
    })
    const ofGroup = await alice.get(`${path}/rules`)
    expect(ofGroup.rules).toMatchObject([
      {
        attribute: "customer.groups.id",
        values: [{ label: "Clubs", value: customer_group.id }],
      },
    ])
    await alice.post(`${path}/rules/batch`, { delete: [ofGroup.rules[0].id] })
    await alice.post(path, {
      ...{ is_automatic: false, code: "TWENTY", status: "active" },
      application_method: { value: 20, max_quantity: null },
    })
    await alice.post(path, { campaign_id: null })
    const at = `/vendor/campaigns/${campaign_id}`
    await alice.post(`${at}/promotions`, { add: [id] })
    const one = await alice.get(at, {
      ...{ fields: "*promotions", q: "", order: "code", limit: 10, offset: 0 },
    })
    expect(one.campaign).toMatchObject({
      budget: { type: "usage", limit: 10 },
      promotions: [{ id, code: "TWENTY", status: "active" }],
    })
    await alice.post(`${at}/promotions`, { remove: [id] })
    await alice.post(at, {
      ...{ name: "Summer", description: "", campaign_identifier: "summer" },
    })
    await alice.post(at, { starts_at: null, ends_at: null })
    await alice.post(at, { budget: { limit: 20 } })
    const campaigns = await alice.get("/vendor/campaigns", {
      ...{ limit: 20, offset: 0, order: "name", q: "summ" },
      updated_at: { $gte: "2020-01-01T00:00:00Z" },
    })
    const none = await alice.get("/vendor/campaigns", {
      created_at: { $lt: "2020-01-01T00:00:00Z" },
    })
    expect(none).toMatchObject({ campaigns: [], count: 0 })
    expect(campaigns).toMatchObject({
      count: 1,
      campaigns: [{ name: "Summer", budget: { limit: 20 } }],
    })
    expect(await alice.delete(path)).toMatchObject({ object: "promotion" })
    expect(await alice.delete(at)).toMatchObject({ object: "campaign" })
  })
}
