import type { App } from "../../app"
import { eventLog } from "../../event-log"
import { formOf } from "../../files/samples"
import { signIn } from "../../members"
import { counts, rows } from "../../rows"
import { withoutSubscribers } from "../../sound-books"
import { vendor } from "../../vendor-client"
import { rule } from "../../flows/requests/products"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import { openTwoSellerShop } from "./two-seller-cart"

const header =
  "Product Id,Product Handle,Product External Id,Product Title,Product Status,Variant Title,Variant Sku,Variant Price EUR,Variant Option 1 Name,Variant Option 1 Value"
const saddle = (title: string, price = "79") => [
  `,saddle,ext-1,${title},published,Brown,saddle-b,${price},Colour,Brown`,
  `,saddle,ext-1,${title},published,Black,saddle-s,${price},Colour,Black`,
]
const bag = ",bag,,Bag,published,One,bag-1,30,Size,One"

/** Files that are read and written in the background, with progress. */
export const transfers = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let alice: ReturnType<typeof vendor>
  let bob: ReturnType<typeof vendor>

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    const { world } = shop
    alice = vendor(world, (await signIn(world, shop.alice)).as)
    bob = vendor(world, (await signIn(world, shop.bob)).as)
  })

  const later = (as: { headers?: object }) => ({
    headers: { ...as.headers, prefer: "respond-async" },
  })

  async function send(...lines: string[]): Promise<string> {
    const content = [header, ...lines].join("\n")
    const form = formOf([{ name: "a.csv", content, type: "text/csv" }], "file")
    const { status, data } = await shop.world.api.post(
      "/vendor/products/import",
      form,
      later(alice.as)
    )
    expect([status, data.transfer?.status]).toEqual([202, "pending"])
    return data.transfer.id
  }

  /** What a client does that waits. */
  async function ended(id: string, client = alice) {
    for (let n = 0; n < 200; n++) {
      const { transfer } = await client.get(`/transfers/${id}`)
      if (transfer.finished_at) {
        return transfer
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${id} does not end`)
  }

  const sweep = async () => {
    const { result } = await runSweepersWorkflow(shop.world.container).run({
      input: { names: ["unfinished-transfers"] },
    })
    return result.map(({ found, mended, failed }) => ({
      found,
      mended,
      failed,
    }))
  }

  it("says of each product of a file what became of it, and writes every good one", async () => {
    const log = eventLog(shop.world.container, [
      "transfer.started",
      "transfer.finished",
    ])
    const id = await send(
      ...saddle("Saddle"),
      ",lamp-2,,Lamp,bargain,One,l-2,5,Size,One",
      ",lamp-3,,Lamp,published,One,l-3,dear,Size,One",
      `${shop.bell.id},,,Stolen,published,,,,,`,
      ",,,Nameless,published,One,n-1,5,Size,One",
      bag
    )
    expect(await ended(id)).toMatchObject({
      ...{ kind: "product_import", status: "completed", error: null },
      ...{ total: 6, done: 6, failed: 4 },
    })
    const { rows: results, count } = await alice.get(`/transfers/${id}/rows`)
    expect(count).toBe(6)
    const row = (line: number) =>
      results.find((one: { line: number }) => one.line === line)
    expect(row(2)).toMatchObject({
      ...{ name: "ext-1", outcome: "accepted", field: null, reason: null },
      product_id: expect.stringMatching(/^prod_/),
    })
    expect(row(4)).toMatchObject({ outcome: "error", field: "status" })
    expect(row(5)).toMatchObject({
      ...{ outcome: "error", field: "variant price eur" },
      reason: expect.stringContaining("dear"),
    })
    expect(row(6)).toMatchObject({
      outcome: "error",
      reason: expect.stringContaining("was not found"),
    })
    expect(row(7)).toMatchObject({ outcome: "error", product_id: null })
    expect(row(8)).toMatchObject({ name: "bag", outcome: "accepted" })
    const bad = await alice.get(`/transfers/${id}/rows?outcome=error&limit=2`)
    expect([bad.count, bad.rows.length]).toEqual([4, 2])
    expect((await alice.get("/products?q=Saddle")).count).toBe(1)
    expect((await alice.get("/transfers?kind=product_import")).count).toBe(1)
    const { api } = shop.world
    for (const path of ["", "/rows", "/link"]) {
      const theirs = await api.get(`/vendor/transfers/${id}${path}`, bob.as)
      expect(theirs.status).toBe(404)
    }
    expect((await log.take()).map(({ name }) => name)).toEqual([
      "transfer.started",
      "transfer.finished",
    ])
  })

  it("writes over what it knows by external id or handle, however often the file comes", async () => {
    const tables = ["product", "product_variant", "product_option"]
    await ended(await send(...saddle("Saddle"), bag))
    const before = await counts(app, tables)
    const again = await ended(
      await send(...saddle("Saddle of leather", "89"), bag)
    )
    expect(again).toMatchObject({ total: 2, done: 2, failed: 0 })
    expect(await counts(app, tables)).toEqual(before)
    const { products } = await alice.get(
      "/products?q=Saddle&fields=title,*variants,*variants.prices"
    )
    expect(products).toMatchObject([{ title: "Saddle of leather" }])
    expect(
      products[0].variants.map(
        ({ prices }: { prices: { amount: number }[] }) => prices[0]?.amount
      )
    ).toEqual([89, 89])
  })

  it("goes on where a crash broke it off, makes nothing twice, and gives up after some times", async () => {
    const { container } = shop.world
    const id = await withoutSubscribers(container, () =>
      send(...saddle("Saddle"), bag, ",cap,,Cap,published,One,cap-1,9,Size,One")
    )
    expect(await sweep()).toEqual([{ found: 0, mended: 0, failed: 0 }])
    await rows(app, "update transfer set created_at = now() - interval '1 min'")
    expect(await sweep()).toEqual([{ found: 1, mended: 1, failed: 0 }])
    expect(await ended(id)).toMatchObject({ status: "completed", done: 3 })
    const made = await counts(app, ["product"])
    // The second product was written, and the note of it was lost.
    await rows(app, "delete from transfer_row where line > 2")
    await rows(
      app,
      `update transfer set status = 'running', done = 1, finished_at = null,
         lease_until = now() - interval '1 s'`
    )
    const both = (await Promise.all([sweep(), sweep()])).flat()
    expect(both.reduce((sum, { mended }) => sum + mended, 0)).toBe(1)
    expect(await ended(id)).toMatchObject({ done: 3, total: 3, failed: 0 })
    expect(await counts(app, ["product"])).toEqual(made)
    await rows(
      app,
      `update transfer set status = 'running', attempts = 5, finished_at = null,
         lease_until = now() - interval '1 s'`
    )
    await sweep()
    expect(await ended(id)).toMatchObject({
      status: "failed",
      error: "It broke off too often",
    })
  })

  it("under approval leaves each new product to the operator, and says which request", async () => {
    await rule(shop.world, "require_product_approval")
    const id = await send(...saddle("Saddle"))
    await ended(id)
    const { rows: results } = await alice.get(`/transfers/${id}/rows`)
    const { requests } = await alice.get("/requests?type=product_import")
    expect(results).toMatchObject([
      { outcome: "request", request_id: requests[0].id },
    ])
  })

  it("fails as a whole for what is no such file", async () => {
    const id = await send('"unclosed')
    expect(await ended(id)).toMatchObject({
      ...{ status: "failed", total: null },
      error: expect.stringContaining("Quote"),
    })
    await rule(shop.world, "product_import_enabled", false)
    const other = await send(bag)
    expect(await ended(other)).toMatchObject({ status: "completed", failed: 1 })
  })

  it("exports own products and orders into private files that only who asked reads", async () => {
    const { api } = shop.world
    const asked = await api.post("/vendor/products/export", {}, later(alice.as))
    expect([asked.status, asked.data.transfer?.kind]).toEqual([
      202,
      "product_export",
    ])
    const products = await ended(asked.data.transfer.id)
    expect(products).toMatchObject({ status: "completed", total: 2, done: 2 })
    const contentOf = async (id: string) => {
      const { url } = await alice.get(`/transfers/${id}/link`)
      return String((await api.get(new URL(url).pathname)).data)
    }
    const text = await contentOf(products.id)
    expect(text).toContain("Lamp")
    expect(text).not.toContain("Bell")
    const orders = await alice.post("/orders/export")
    expect(await ended(orders.transfer.id)).toMatchObject({
      ...{ kind: "order_export", status: "completed" },
    })
    expect(await contentOf(orders.transfer.id)).toMatch(
      /^Order,Date,Status,Payment/
    )
    const stock = await signIn(shop.world, shop.alice, "finance")
    const theirs = await api.get(`/vendor/transfers/${products.id}`, stock.as)
    expect(theirs.status).toBe(404)
    await rows(app, "update document set keep_until = now()")
    await runSweepersWorkflow(shop.world.container).run({
      input: { names: ["old-transfers"] },
    })
    expect(await counts(app, ["document"])).toEqual({ document: 0 })
  })
}
