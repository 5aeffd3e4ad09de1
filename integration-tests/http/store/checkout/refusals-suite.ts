import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Acquirer } from "../../../acquirer/server"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import { createProduct, readyCart } from "../../../world"
import { complete, fill, nothing, openShop, setOf, traces } from "./shop"

/** What is refused before anything is written, and stock that is not there. */
export const refusals = (acquirer: Acquirer) => (app: App) => {
  it("names what is missing and leaves cart and payment untouched", async () => {
    const shop = await openShop(app)
    const lines = [shop.bolt, shop.mug].map(({ variantId }) => ({
      variantId,
      quantity: 1,
    }))
    const unshipped = await readyCart(shop, lines, [shop.bob.shippingOptionId])
    const refused = await complete(shop, unshipped)
    expect(refused.status).toBe(400)
    expect(refused.data.message).toBe(
      "Choose a shipping method for Alice's Wares"
    )
    const changed = await fill(shop, [shop.bolt, shop.mug])
    await rows(
      app,
      `update cart_line_item set unit_price = 9, raw_unit_price = '{"value":"9","precision":20}'
       where cart_id = $1 and title = 'Bolt'`,
      [changed]
    )
    const other = await complete(shop, changed)
    expect(other.status).toBe(400)
    expect(other.data.message).toMatch(/another amount/)
    const unknown = await complete(shop, "cart_nobody")
    expect(unknown.status).toBe(404)
    expect(await traces(shop)).toEqual(nothing)
    expect(await setOf(shop, unshipped)).toBeUndefined()
    expect(await setOf(shop, changed)).toBeUndefined()
    expect([...acquirer.payments.values()].at(-1)?.status).toBe("created")
  })

  it("sells the last piece once to twenty carts", async () => {
    const shop = await openShop(app)
    const last = await createProduct(shop, shop.bob, {
      title: "Last",
      price: 10,
      stock: 1,
    })
    const carts = []
    for (let n = 0; n < 20; n++) {
      carts.push(
        await readyCart(
          shop,
          [{ variantId: last.variantId, quantity: 1 }],
          [shop.bob.shippingOptionId]
        )
      )
    }
    const answers = await Promise.all(carts.map((id) => complete(shop, id)))
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status }) => status === 400)
    expect([won.length, lost.length]).toEqual([1, 19])
    for (const { data } of lost) {
      expect(data.message).toMatch(/"Last" is not in stock/)
    }
    expect(await traces(shop)).toMatchObject({
      orders: 1,
      reservations: 1,
      reserved: 1,
      shares: 1,
      cart_links: 1,
      completed: 1,
    })
  })

  it("never promises an item twice to bundles that share it", async () => {
    const shop = await openShop(app)
    const kit = await createProduct(shop, shop.bob, {
      title: "Kit",
      price: 30,
      stock: 3,
    })
    const set = await createProduct(shop, shop.bob, {
      title: "Set",
      price: 40,
      stock: 3,
    })
    // Both variants are made of the kit's inventory item: two and two of three.
    const link = shop.container.resolve(ContainerRegistrationKeys.LINK)
    await link.dismiss({
      [Modules.PRODUCT]: { variant_id: set.variantId },
      [Modules.INVENTORY]: { inventory_item_id: set.inventoryItemId },
    })
    await link.create({
      [Modules.PRODUCT]: { variant_id: set.variantId },
      [Modules.INVENTORY]: { inventory_item_id: kit.inventoryItemId },
      data: { required_quantity: 2 },
    })
    const bundle = (quantity: number) =>
      readyCart(
        shop,
        [
          { variantId: kit.variantId, quantity },
          { variantId: set.variantId, quantity: 1 },
        ],
        [shop.bob.shippingOptionId]
      )
    const refused = await complete(shop, await bundle(2))
    expect(refused.status).toBe(400)
    expect(refused.data.message).toMatch(/"(Set|Kit)" is not in stock/)
    expect(await traces(shop)).toEqual(nothing)
    expect((await complete(shop, await bundle(1))).status).toBe(200)
    expect(await traces(shop)).toMatchObject({ reservations: 2, reserved: 3 })
  })
}
