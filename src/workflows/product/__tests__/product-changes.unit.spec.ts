import { policyDefaults, type Policies } from "../../../modules/policy/types"
import { withoutRepeats } from "../../request/request-diff"
import { diffProduct } from "../diff-product"
import { planChange, plannedStatus, toChange, toUpdate } from "../plan-writes"
import { mergeChanges, noChange, type ProductChange } from "../product-change"
import type { ProductSnapshot } from "../product-snapshot"

const chain: ProductSnapshot = {
  id: "prod_1",
  title: "Chain",
  status: "published",
  description: null,
  images: [{ url: "https://img.example.com/a.png" }],
  tags: [{ id: "ptag_2" }, { id: "ptag_1" }],
  options: [
    { id: "opt_1", title: "Speeds", values: [{ value: "8" }, { value: "11" }] },
  ],
  variants: [
    {
      id: "variant_1",
      title: "8 speeds",
      sku: "c-8",
      manage_inventory: true,
      options: [{ value: "8", option: { title: "Speeds" } }],
      prices: [
        { currency_code: "usd", amount: 22, price_rules: [] },
        {
          currency_code: "eur",
          amount: 20,
          price_rules: [{ attribute: "region_id", value: "reg_1" }],
        },
      ],
    },
    { id: "variant_2", title: "11 speeds", sku: "c-11" },
  ],
}

const rules: Policies = { ...policyDefaults, require_product_approval: true }

const changing = (part: Partial<ProductChange>): ProductChange => ({
  ...noChange("prod_1"),
  ...part,
})

const variants = (part: Partial<ProductChange["variants"]>) =>
  changing({ variants: { ...noChange("prod_1").variants, ...part } })

describe("the diff of a product", () => {
  it("shows old and new value per field, variant, option, price and picture", () => {
    const diff = diffProduct(chain, {
      product_id: "prod_1",
      product: {
        title: "Chain, oiled",
        images: [{ url: "https://img.example.com/b.png" }],
        tags: [{ id: "ptag_1" }, { id: "ptag_2" }],
      },
      variants: {
        create: [{ title: "12 speeds", options: { Speeds: "12" } }],
        update: [
          {
            id: "variant_1",
            sku: "c-08",
            prices: [{ currency_code: "eur", amount: 19 }],
            options: { Speeds: "8" },
          },
        ],
        delete: ["variant_2"],
      },
      options: {
        add: [{ title: "Colour", values: ["black"] }],
        update: [{ option_id: "opt_1", values: ["8", "11", "12"] }],
        remove: [],
      },
    })
    expect(withoutRepeats(diff)).toEqual({
      title: { from: "Chain", to: "Chain, oiled" },
      images: {
        from: ["https://img.example.com/a.png"],
        to: ["https://img.example.com/b.png"],
      },
      "variants.variant_1.sku": { from: "c-8", to: "c-08" },
      "variants.variant_1.prices": {
        from: [
          { currency_code: "eur", amount: 20, rules: { region_id: "reg_1" } },
          { currency_code: "usd", amount: 22, rules: {} },
        ],
        to: [{ currency_code: "eur", amount: 19, rules: {} }],
      },
      "variants.new.0": {
        from: null,
        to: { title: "12 speeds", options: { Speeds: "12" } },
      },
      "variants.variant_2": {
        from: { title: "11 speeds", sku: "c-11" },
        to: null,
      },
      "options.new.0": {
        from: null,
        to: { title: "Colour", values: ["black"] },
      },
      "options.opt_1.values": { from: ["11", "8"], to: ["11", "12", "8"] },
    })
  })
})

describe("what waits", () => {
  const wish = changing({
    product: { title: "New", weight: 3 },
    variants: {
      create: [],
      delete: [],
      update: [
        {
          id: "variant_1",
          title: "8",
          manage_inventory: false,
          prices: [{ currency_code: "eur", amount: 1 }],
        },
      ],
    },
  })

  it("is everything but price and stock of a product on sale, which have their own rules", () => {
    const { now, later } = planChange({ change: wish }, chain, rules)
    expect(later?.product).toEqual({ title: "New", weight: 3 })
    expect(later?.variants.update).toEqual([{ id: "variant_1", title: "8" }])
    expect(now.change.product).toEqual({})
    expect(now.change.variants.update).toEqual([
      {
        id: "variant_1",
        manage_inventory: false,
        prices: [{ currency_code: "eur", amount: 1 }],
      },
    ])
    const strict = { ...rules, price_approval: true, stock_approval: true }
    const all = planChange({ change: wish }, chain, strict)
    expect(all.later).toEqual(wish)
    expect(all.now.change).toEqual(noChange("prod_1"))
  })

  it("is only what the rules name, and nothing without approval", () => {
    const images = { ...rules, approval_parts: ["images"] as const }
    expect(planChange({ change: wish }, chain, images).later).toBeNull()
    const free = planChange({ change: wish }, chain, policyDefaults)
    expect(free).toEqual({
      now: { change: wish },
      later: null,
      proposes: false,
    })
  })

  it("is the product as a whole while it is not on sale", () => {
    const at = (status: string) => ({ ...chain, status })
    const plan = (
      status: string,
      wanted?: "draft" | "published" | "proposed"
    ) => planChange({ change: wish, status: wanted }, at(status), rules)
    expect(plan("draft")).toMatchObject({ later: null, proposes: false })
    expect(plan("draft", "published")).toMatchObject({
      now: { change: wish, status: "proposed" },
      proposes: true,
    })
    expect(plan("proposed")).toMatchObject({ later: null, proposes: true })
    expect(plan("rejected")).toMatchObject({
      now: { status: "proposed" },
      proposes: true,
    })
    expect(plan("published", "draft")).toMatchObject({
      now: { change: wish, status: "draft" },
      later: null,
      proposes: false,
    })
    expect(() => plan("proposed", "draft")).toThrow("withdraw its request")
  })

  it("never makes a product published under approval", () => {
    const wanted = ["draft", "proposed", "published", "rejected"] as const
    expect(wanted.map((status) => plannedStatus(status, rules))).toEqual([
      "draft",
      "proposed",
      "proposed",
      "draft",
    ])
    expect(
      wanted.map((status) => plannedStatus(status, policyDefaults))
    ).toEqual(["draft", "published", "published", "draft"])
  })
})

describe("Medusa's update as a change and back", () => {
  it("reads a list of variants as the whole list", () => {
    const change = toChange(
      {
        id: "prod_1",
        title: "New",
        variants: [{ id: "variant_1", sku: "x" }, { title: "12 speeds" }],
      },
      chain
    )
    expect(change).toMatchObject({
      product: { title: "New" },
      variants: {
        create: [{ title: "12 speeds" }],
        update: [{ id: "variant_1", sku: "x" }],
        delete: ["variant_2"],
      },
    })
    expect(toUpdate(change, chain)).toEqual({
      id: "prod_1",
      title: "New",
      variants: [{ id: "variant_1", sku: "x" }, { title: "12 speeds" }],
    })
  })

  it("keeps variants that a change does not name", () => {
    const change = variants({ update: [{ id: "variant_1", sku: "x" }] })
    expect(toUpdate(change, chain).variants).toEqual([
      { id: "variant_1", sku: "x" },
      { id: "variant_2" },
    ])
    expect(toUpdate(changing({ product: { title: "New" } }), chain)).toEqual({
      id: "prod_1",
      title: "New",
    })
  })
})

describe("two wishes for one product", () => {
  it("become one, the later winning field by field", () => {
    const merged = mergeChanges(
      changing({
        product: { title: "A", weight: 1 },
        variants: {
          create: [{ title: "12" }],
          update: [
            { id: "variant_1", title: "x", sku: "a" },
            { id: "variant_2", sku: "gone" },
          ],
          delete: [],
        },
      }),
      changing({
        product: { title: "B" },
        variants: {
          create: [],
          update: [{ id: "variant_1", sku: "b" }],
          delete: ["variant_2"],
        },
      })
    )
    expect(merged.product).toEqual({ title: "B", weight: 1 })
    expect(merged.variants).toEqual({
      create: [{ title: "12" }],
      update: [{ id: "variant_1", title: "x", sku: "b" }],
      delete: ["variant_2"],
    })
  })
})
