import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplaceApp, type App } from "../../app"
import { operatorsAttributes } from "../admin/attributes-suite"
import { details } from "../admin/details-suite"
import { wishlist } from "../store/wishlist-suite"
import { attributes } from "./attributes-suite"
import { drafts } from "./drafts-suite"
import { failedBatch } from "./failed-batch-suite"
import { failedCreation } from "./failed-creation-suite"
import { chain, newSeller, openWarehouse } from "../../vendor-client"
import { createWorld, readyCart, type World } from "../../world"
import { SELLER_MODULE } from "../../../src/modules/seller"
import type { SellerModuleService } from "../../../src/modules/seller/service"
import { refreshStorefrontVisibilityWorkflow } from "../../../src/workflows/seller/refresh-storefront-visibility"

type Variant = {
  id: string
  title: string
  prices: { id: string; amount: number }[]
}

/** Medusa answers variants in no order. */
const bySpeeds = ({ variants }: { variants: Variant[] }) =>
  [...variants].sort((a, b) => parseInt(a.title) - parseInt(b.title))

const catalogue = (app: App) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(app)
    await world.api.post(
      `/admin/stores/${(await world.api.get("/admin/stores", world.admin)).data.stores[0].id}`,
      { default_sales_channel_id: world.salesChannelId },
      world.admin
    )
  })

  it("lets a new seller stock, price and ship its goods, which a shopper then buys", async () => {
    const { seller, client } = await newSeller(world, "Bob")
    const warehouse = await openWarehouse(world, client, "Berlin")
    const { product } = await client.post("/products", chain("bob"))
    expect(product).toMatchObject({
      status: "published",
      sales_channels: [{ id: world.salesChannelId }],
    })
    const full = await client.get(
      `/products/${product.id}?fields=*variants.inventory_items,*shipping_profile`
    )
    expect(full.product.shipping_profile.id).toBe(warehouse.profileId)
    const items = full.product.variants.map(
      (variant: { inventory_items: { inventory_item_id: string }[] }) =>
        variant.inventory_items[0]?.inventory_item_id
    )
    await client.post("/inventory-items/location-levels/batch", {
      create: items.map((inventory_item_id: string) => ({
        inventory_item_id,
        location_id: warehouse.locationId,
        stocked_quantity: 5,
      })),
    })
    const { inventory_items, count } = await client.get("/inventory-items")
    expect(count).toBe(2)
    expect(
      inventory_items.map(
        (item: { stocked_quantity: number }) => item.stocked_quantity
      )
    ).toEqual([5, 5])

    const [small, large] = bySpeeds(product)
    expect([small?.prices[0]?.amount, large?.prices[0]?.amount]).toEqual([
      20, 30,
    ])
    await client.post(`/products/${product.id}/variants/${small?.id}`, {
      prices: [
        { id: small?.prices[0]?.id, currency_code: "eur", amount: 22 },
        {
          currency_code: "eur",
          amount: 21,
          rules: { region_id: world.regionId },
        },
      ],
    })
    const cartId = await readyCart(
      world,
      [
        { variantId: small?.id ?? "", quantity: 2 },
        { variantId: large?.id ?? "", quantity: 1 },
      ],
      [warehouse.optionId]
    )
    const { cart } = (
      await world.api.get(
        `/store/carts/${cartId}?fields=*items,+item_subtotal,+shipping_subtotal`,
        world.store
      )
    ).data
    expect(cart.item_subtotal).toBe(21 * 2 + 30)
    expect(cart.shipping_subtotal).toBe(5)
    const listed = await world.api.get(
      "/store/products?fields=id,seller.id",
      world.store
    )
    expect(listed.data.products).toEqual([
      expect.objectContaining({
        id: product.id,
        seller: expect.objectContaining({ id: seller.id }),
      }),
    ])
  })

  it("keeps two sellers with the same words apart, in lists, counts and prices", async () => {
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    const bobs = await openWarehouse(world, bob.client, "Berlin")
    const alices = await openWarehouse(world, alice.client, "Berlin")
    const { product } = await bob.client.post("/products", chain("bob"))
    const theirs = await alice.client.post("/products", chain("alice"))
    expect(theirs.product.handle).toMatch(/^bicycle-chain-/)
    for (const { client, product_id } of [
      { client: bob.client, product_id: product.id },
      { client: alice.client, product_id: theirs.product.id },
    ]) {
      const { products, count } = await client.get(
        "/products?q=chain&order=title"
      )
      expect(count).toBe(1)
      expect(products[0].id).toBe(product_id)
      for (const resource of [
        "stock-locations",
        "shipping-options",
        "shipping-profiles",
      ]) {
        expect((await client.get(`/${resource}`)).count).toBe(1)
      }
      expect((await client.get("/inventory-items")).count).toBe(2)
    }
    const variantId = bySpeeds(theirs.product)[0]?.id ?? ""
    const attempts = [
      await world.api.post(
        `/vendor/products/${product.id}/variants/${variantId}`,
        { prices: [{ currency_code: "eur", amount: 1 }] },
        bob.client.as
      ),
      await world.api.post(
        "/vendor/products/batch",
        {
          update: [
            { id: product.id, title: "Mine" },
            { id: theirs.product.id, title: "Mine too" },
          ],
        },
        bob.client.as
      ),
      await world.api.post(
        "/vendor/products",
        { ...chain("third"), shipping_profile_id: alices.profileId },
        bob.client.as
      ),
    ]
    expect(attempts.map((res) => res.status)).toEqual([404, 404, 404])
    const after = await alice.client.get(`/products/${theirs.product.id}`)
    expect(after.product.title).toBe("Bicycle chain")
    expect(bySpeeds(after.product)[0]?.prices[0]?.amount).toBe(20)
    expect(
      (await bob.client.get(`/products/${product.id}`)).product.title
    ).toBe("Bicycle chain")
    expect(bobs.locationId).not.toBe(alices.locationId)
  })

  it("adds and changes variants and options, and everything that comes of it is the seller's", async () => {
    const { client } = await newSeller(world, "Bob")
    await openWarehouse(world, client, "Berlin")
    const { product } = await client.post("/products", chain("bob"))
    const path = `/products/${product.id}`
    await client.post(`${path}/options/${product.options[0].id}`, {
      values: ["8", "11", "12"],
    })
    const added = await client.post(`${path}/variants`, {
      title: "12 speeds",
      options: { Speeds: "12" },
      prices: [{ currency_code: "eur", amount: 40 }],
    })
    expect(added.product.variants).toHaveLength(3)
    expect((await client.get("/inventory-items")).count).toBe(3)
    const { count, variants } = await client.get(
      `${path}/variants?order=-title&limit=2&fields=title,*inventory_items.inventory`
    )
    expect(count).toBe(3)
    expect(variants.map((variant: { title: string }) => variant.title)).toEqual(
      ["8 speeds", "12 speeds"]
    )
    const colour = await client.post(`${path}/options`, {
      title: "Colour",
      values: ["Black"],
    })
    const option = colour.product.options.find(
      (option: { title: string }) => option.title === "Colour"
    )
    expect(option.is_exclusive).toBe(true)
    expect(await client.delete(`${path}/options/${option.id}`)).toEqual({
      id: option.id,
      object: "option",
      deleted: true,
    })
    expect((await client.get(`${path}/options`)).count).toBe(1)
    expect(await client.delete(path)).toEqual({
      id: product.id,
      object: "product",
      deleted: true,
    })
    expect((await client.get("/products")).count).toBe(0)
  })

  it("shows and takes the status that a product comes back with while its seller is away", async () => {
    const { seller, client } = await newSeller(world, "Bob")
    await openWarehouse(world, client, "Berlin")
    const { product } = await client.post("/products", chain("bob"))
    const sellers = world.container.resolve<SellerModuleService>(SELLER_MODULE)
    const away = (vacation_from: Date | null) =>
      sellers.updateSellers({ id: seller.id, vacation_from })
    const stored = async () => {
      const query = world.container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product",
        fields: ["id", "status"],
        pagination: { order: { created_at: "ASC" } },
      })
      return data.map(({ status }) => status)
    }
    const read = async () =>
      (await client.get(`/products/${product.id}`)).product.status

    await away(new Date(Date.now() - 1000))
    await refreshStorefrontVisibilityWorkflow(world.container).run({
      input: {},
    })
    expect(await stored()).toEqual(["draft"])
    expect(await read()).toBe("published")
    expect((await client.get("/products")).products[0].status).toBe("published")

    const later = await client.post("/products", {
      ...chain("later"),
      title: "Later chain",
    })
    expect(later.product.status).toBe("published")
    expect(await stored()).toEqual(["draft", "draft"])
    await client.post(`/products/${product.id}`, {
      status: "draft",
      title: "Old chain",
    })
    expect(await read()).toBe("draft")
    const other = await newSeller(world, "Alice")
    await other.client.post("/products", chain("alice"))
    const listed = async (query: string) => {
      const { products, count } = await client.get(`/products?${query}`)
      return [count, products.map(({ title }: { title: string }) => title)]
    }
    const byStatus = async () => {
      expect(await listed("status[]=published")).toEqual([1, ["Later chain"]])
      expect(await listed("status[]=draft")).toEqual([1, ["Old chain"]])
      expect(await listed("status[]=rejected")).toEqual([0, []])
      expect(
        await listed("status[]=draft&status[]=published&order=title&limit=1")
      ).toEqual([2, ["Later chain"]])
    }
    await byStatus()

    await away(null)
    await refreshStorefrontVisibilityWorkflow(world.container).run({
      input: {},
    })
    expect(await stored()).toEqual(["draft", "published", "published"])
    expect(await read()).toBe("draft")
    await byStatus()
  })
}

marketplaceApp({
  catalogue,
  drafts,
  "creation that fails": failedCreation,
  "batches that fail": failedBatch,
  attributes,
  "the operator's attributes": operatorsAttributes,
  wishlist,
  details,
})
