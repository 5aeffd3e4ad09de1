import type { Suite } from "../../app"
import { rows } from "../../rows"
import { decide } from "../../sign-up"
import { openWarehouse } from "../../vendor-client"
import { createWorld } from "../../world"
import { bySku, chainIn, inStore, onSale, rule } from "./products"

export const productChanges: Suite = (app) => {
  it("keeps the live version on sale, shows old and new, and applies the change on acceptance", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { bob, id, product } = await onSale(world)
    const [eleven, eight] = [...product.variants].sort(bySku)
    const path = `/products/${id}`
    const change = await bob.client.post(path, {
      title: "Chain, oiled",
      images: [{ url: "https://img.example.com/new.png" }],
    })
    expect(change.product).toMatchObject({
      title: "Bicycle chain",
      status: "published",
    })
    const [request] = change.requests
    expect(request).toMatchObject({
      type: "product_update",
      diff: {
        title: { from: "Bicycle chain", to: "Chain, oiled" },
        images: {
          from: ["https://img.example.com/chain.png"],
          to: ["https://img.example.com/new.png"],
        },
      },
    })
    // Further screens of the same edit join the open change.
    await bob.client.post(`${path}/options`, {
      title: "Colour",
      values: ["black"],
    })
    await bob.client.post(`${path}/variants/${eight.id}`, {
      sku: "chain-08",
      prices: [{ currency_code: "eur", amount: 19 }],
    })
    const gone = await bob.client.delete(`${path}/variants/${eleven.id}`)
    expect(gone.deleted).toBe(false)
    const open = await bob.client.get("/requests?status=pending")
    expect(open).toMatchObject({
      count: 1,
      requests: [
        {
          id: request.id,
          revision: 4,
          diff: {
            "options.new.0": {
              to: { title: "Colour", values: ["black"] },
            },
            [`variants.${eight.id}.sku`]: { from: "bob-8", to: "chain-08" },
            [`variants.${eleven.id}`]: { from: { sku: "bob-11" }, to: null },
          },
        },
      ],
    })
    const live = await inStore(world, id)
    expect(live).toMatchObject({ title: "Bicycle chain" })
    expect(live.variants).toHaveLength(2)
    // The price has its own switch, which is off: it changed at once.
    expect(
      await rows(
        app,
        "select amount::float from price where currency_code = 'eur' and deleted_at is null order by amount"
      )
    ).toEqual([{ amount: 19 }, { amount: 30 }])

    expect((await decide(world, request.id, "accepted")).status).toBe(200)
    const now = await bob.client.get(path)
    expect(now.product).toMatchObject({
      title: "Chain, oiled",
      status: "published",
      images: [{ url: "https://img.example.com/new.png" }],
      variants: [{ id: eight.id, sku: "chain-08" }],
    })
    expect(
      now.product.options.map(({ title }: { title: string }) => title).sort()
    ).toEqual(["Colour", "Speeds"])
    expect(await inStore(world, id)).toMatchObject({ title: "Chain, oiled" })
  })

  it("drops a rejected and a withdrawn change, and refuses one whose product moved underneath", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    await rule(world, "require_product_approval")
    const { bob, id } = await onSale(world)
    const rename = async (title: string) =>
      (await bob.client.post(`/products/${id}`, { title })).requests[0]
    const title = async () => (await inStore(world, id)).title

    const first = await rename("A")
    await decide(world, first.id, "rejected", "Say more")
    const second = await rename("B")
    await bob.client.post(`/requests/${second.id}/withdraw`)
    expect(await title()).toBe("Bicycle chain")

    const third = await rename("C")
    await api.post(`/admin/products/${id}`, { title: "Operator's" }, admin)
    // Another wish joins; what the first was made against stays.
    await bob.client.post(`/products/${id}`, { subtitle: "Strong" })
    const refused = await decide(world, third.id, "accepted")
    expect([refused.status, refused.data.message]).toEqual([
      409,
      expect.stringContaining("title"),
    ])
    expect(await title()).toBe("Operator's")
    expect(
      await rows(app, "select status from request where id = $1", [third.id])
    ).toEqual([{ status: "pending" }])
    await decide(world, third.id, "rejected")
    const nothing = await bob.client.post(`/products/${id}`, {
      title: "Operator's",
    })
    expect(nothing.requests).toEqual([])
  })

  it("keeps one open change of a product under parallel edits, with every edit in it", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { bob, id } = await onSale(world)
    const edits = ["title", "subtitle", "description", "material", "handle"]
    const answers = await Promise.all(
      edits.map((field) =>
        world.api.post(
          `/vendor/products/${id}`,
          { [field]: `new-${field}` },
          bob.client.as
        )
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(edits.map(() => 200))
    const open = await rows(
      app,
      "select diff, revision from request where kind = 'product_update'"
    )
    expect(open).toHaveLength(1)
    expect(Object.keys(Object(open[0]?.diff)).sort()).toEqual([...edits].sort())
    expect(open[0]?.revision).toBe(5)
  })

  it("lets prices wait when their switch is on, only the parts that the rules name, and nothing of a trusted seller", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    await rule(world, "require_product_approval")
    const { bob, id, product } = await onSale(world)
    const variantId = product.variants[0].id
    const path = `/products/${id}`
    const setPrice = (amount: number) =>
      bob.client.post(`${path}/variants/${variantId}`, {
        prices: [{ currency_code: "eur", amount }],
      })
    expect((await setPrice(18)).requests).toEqual([])
    await rule(world, "price_approval")
    const waiting = await setPrice(17)
    expect(waiting.requests[0].diff).toEqual({
      [`variants.${variantId}.prices`]: {
        from: [{ currency_code: "eur", amount: 18, rules: {} }],
        to: [{ currency_code: "eur", amount: 17, rules: {} }],
      },
    })
    await decide(world, waiting.requests[0].id, "accepted")
    const amounts = await rows(
      app,
      "select amount::float from price where deleted_at is null order by amount"
    )
    expect(amounts[0]).toEqual({ amount: 17 })
    await api.post(
      "/admin/configuration",
      { rule_type: "approval_parts", value: ["images"] },
      admin
    )
    const free = await bob.client.post(path, { title: "Free" })
    expect(free).toMatchObject({ requests: [], product: { title: "Free" } })
    const trust = { rule_type: "require_product_approval", is_enabled: false }
    await api.post(
      `/admin/sellers/${bob.seller.id}/configuration`,
      trust,
      admin
    )
    const trusted = await bob.client.post("/products", {
      ...chainIn(world, "trusted"),
      status: "proposed",
    })
    expect(trusted).toMatchObject({
      requests: [],
      product: { status: "published" },
    })
  })

  it("lets stock settings wait when their switch is on, and quantities never", async () => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { bob, id, product } = await onSale(world)
    const variantId = product.variants[0].id
    const setStock = (allow_backorder: boolean) =>
      bob.client.post(`/products/${id}/variants/batch`, {
        update: [{ id: variantId, allow_backorder }],
      })
    expect((await setStock(true)).requests).toEqual([])
    await rule(world, "stock_approval")
    const waiting = await setStock(false)
    expect(waiting.requests).toMatchObject([
      {
        type: "product_update",
        diff: {
          [`variants.${variantId}.allow_backorder`]: { from: true, to: false },
        },
      },
    ])
    const stored = () =>
      rows(app, "select allow_backorder from product_variant where id = $1", [
        variantId,
      ])
    expect(await stored()).toEqual([{ allow_backorder: true }])
    const { locationId } = await openWarehouse(world, bob.client, "Berlin")
    const { inventory_items } = await bob.client.get("/inventory-items")
    const { location_level } = await bob.client.post(
      `/inventory-items/${inventory_items[0].id}/location-levels`,
      { location_id: locationId, stocked_quantity: 7 }
    )
    expect(location_level).toMatchObject({ stocked_quantity: 7 })
    const { status, data } = await decide(
      world,
      waiting.requests[0].id,
      "accepted"
    )
    expect([status, data.message]).toEqual([200, undefined])
    expect(await stored()).toEqual([{ allow_backorder: false }])
  })
}
