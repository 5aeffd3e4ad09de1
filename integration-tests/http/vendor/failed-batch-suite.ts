import { allRows, changedRows } from "../../all-rows"
import type { App } from "../../app"
import { withFailingStep } from "../../failing-steps"
import { withoutSubscribers } from "../../sound-books"
import { chain, newSeller } from "../../vendor-client"
import { createWorld } from "../../world"
import { applySellerVariantsWorkflow } from "../../../src/workflows/product/apply-seller-variants"
import { writeSellerProductsWorkflow } from "../../../src/workflows/product/write-seller-products"

/** Medusa makes pictures that it puts back anew, under their ids. */
const withoutTime = (row: string) => {
  const { created_at, ...columns } = JSON.parse(row)
  return JSON.stringify(columns)
}

export const failedBatch = (app: App) => {
  /** A seller with a product that is changed in every way, and one that goes. */
  async function twoProducts() {
    const world = await createWorld(app)
    const { seller, client } = await newSeller(world, "Bob")
    const { product } = await client.post("/products", chain("bob"))
    const { product: other } = await client.post("/products", chain("old"))
    const of = (sku: string) =>
      product.variants.find((variant: { sku: string }) => variant.sku === sku)
    const small = of("bob-8")
    const large = of("bob-11")
    await client.post(`/products/${product.id}/variants/${small.id}`, {
      metadata: { colour: "red" },
      prices: [
        { id: small.prices[0].id, currency_code: "eur", amount: 20 },
        {
          ...{ currency_code: "eur", amount: 19 },
          rules: { region_id: world.regionId },
        },
      ],
    })
    const changed = {
      id: small.id,
      title: "8 speeds, of steel",
      metadata: { steel: true },
      prices: [{ currency_code: "eur", amount: 99 }],
    }
    const added = {
      title: "11 speeds, of steel",
      sku: "bob-steel",
      options: { Speeds: "11" },
      prices: [{ currency_code: "eur", amount: 98 }],
    }
    return { world, seller, product, other, large, changed, added }
  }

  /** Runs it with every n-th of its steps failing (a run costs a second): nothing that was there is gone or different. */
  async function keepsAll(
    run: () => Promise<unknown>,
    every: number
  ): Promise<string[]> {
    for (let at = 0; ; at += every) {
      const before = await allRows(app)
      const { isWhole, error, steps } = await withFailingStep(at, run)
      if (isWhole) {
        expect(error).toBeUndefined()
        return steps
      }
      const changes = changedRows(before, await allRows(app))
      const lost = Object.entries(changes).flatMap(([table, rows]) => {
        const there = new Set(rows.new.map(withoutTime))
        return rows.gone
          .filter((row) => !there.has(withoutTime(row)))
          .map((row) => `${table}: ${row}`)
      })
      expect({ failed: steps[at], lost }).toEqual({
        failed: steps[at],
        lost: [],
      })
    }
  }

  it("keeps products, variants and prices as they were when a step of a batch fails", async () => {
    const { world, seller, product, other, changed, added } =
      await twoProducts()
    const { container } = world
    await withoutSubscribers(container, async () => {
      const steps = await keepsAll(
        () =>
          writeSellerProductsWorkflow(container).run({
            input: {
              seller_id: seller.id,
              create: [{ ...chain("new"), status: "draft" as const }],
              update: [
                {
                  id: product.id,
                  title: "Chain of steel",
                  images: [{ url: "https://img.example.com/steel.png" }],
                  variants: [changed, added],
                },
              ],
              delete: [other.id],
            },
          }),
        7
      )
      expect(steps).toContain("update-products:update-products")
      expect(steps.indexOf("update-products:update-products")).toBeGreaterThan(
        steps.indexOf("delete-products:delete-products-step")
      )
    })
  })

  it("keeps variants and prices as they were when a step of a batch of variants fails", async () => {
    const { world, seller, product, large, changed, added } =
      await twoProducts()
    const { container } = world
    await withoutSubscribers(container, async () => {
      const steps = await keepsAll(
        () =>
          applySellerVariantsWorkflow(container).run({
            input: {
              seller_id: seller.id,
              product_id: product.id,
              create: [added],
              update: [changed],
              delete: [large.id],
            },
          }),
        4
      )
      expect(steps).toContain("update-product-variants:update-price-sets")
    })
  })
}
