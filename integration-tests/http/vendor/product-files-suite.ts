import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import type { App } from "../../app"
import { signIn } from "../../members"
import { vendor } from "../../vendor-client"
import {
  makeAttribute,
  makeMaterial,
  valuesIn,
  withValues,
} from "./attribute-scene"
import { openTwoSellerShop } from "./two-seller-cart"

const header =
  "Product Id,Product Handle,Product Title,Product Status,Variant Id,Variant Title,Variant Sku,Variant Price EUR,Variant Option 1 Name,Variant Option 1 Value"

/** A seller's products leave and come as Medusa's product CSV. */
export const productFiles = (app: App) => {
  let shop: Awaited<ReturnType<typeof openTwoSellerShop>>
  let alice: ReturnType<typeof vendor>

  beforeAll(async () => {
    shop = await openTwoSellerShop(app)
    alice = vendor(shop.world, (await signIn(shop.world, shop.alice)).as)
  })

  const send = async (...rows: string[]) =>
    await sendFile([header, ...rows].join("\n"))

  const sendFile = async (text: string) => {
    const form = new FormData()
    form.append("file", new Blob([text], { type: "text/csv" }), "products.csv")
    return await shop.world.api.post("/vendor/products/import", form, alice.as)
  }

  const titles = async () => {
    const products = await shop.world.container
      .resolve(Modules.PRODUCT)
      .listProducts({}, { select: ["title"], order: { title: "ASC" } })
    return products.map(({ title }) => title)
  }

  it("is refused when the operator lets sellers import nothing", async () => {
    const { api, admin } = shop.world
    await api.post(
      "/admin/configuration",
      { rule_type: "product_import_enabled", is_enabled: false },
      admin
    )
    const before = await titles()
    const refused = await send(",new,New,published,,One,new-1,5,Size,One")
    expect([refused.status, refused.data.code]).toEqual([
      403,
      "product_creation_closed",
    ])
    expect(await titles()).toEqual(before)
  })

  it("asks for the attributes that routes ask for, and takes drafts without them", async () => {
    await makeMaterial(shop.world, { is_required: true })
    const before = await titles()
    const line = (status: string) => `,new,New,${status},,One,new-1,5,Size,One`
    const refused = await send(line("published"))
    expect([refused.status, refused.data.message]).toEqual([
      400,
      "Attribute Material is required",
    ])
    expect(await titles()).toEqual(before)
    expect((await send(line("draft"))).status).toBe(201)
  })

  it("takes attributes by columns, keeps those without one, and exports them", async () => {
    const { world } = shop
    const material = await makeMaterial(world, { is_required: true })
    const use = await makeAttribute(world, {
      name: "Use",
      ui_component: "multivalue",
      possible_values: [{ value: "Road" }, { value: "Gravel, mud" }],
    })
    const note = await makeAttribute(world, {
      ...{ name: "Note", ui_component: "text" },
    })
    const line = (handle: string, values: string) =>
      `,${handle},${handle},published,,One,${handle}-1,5,Size,One,${values}`
    const sendWith = (columns: string, ...lines: string[]) =>
      sendFile([`${header},${columns}`, ...lines].join("\n"))
    const columns =
      "Product Attribute material,Product Attribute use 1,product attribute USE 2,Product Attribute note"
    const before = await titles()
    for (const [values, words] of [
      ["Wood,,,", "Attribute Material takes one of its values, not 'Wood'"],
      [",Road,,", "Attribute Material is required"],
      ["Steel,Sea,,", "Attribute Use takes one of its values"],
    ]) {
      const { status, data } = await sendWith(
        columns,
        line("bad", values ?? "")
      )
      expect([status, data.message]).toEqual([
        400,
        expect.stringContaining(words ?? ""),
      ])
    }
    const unknown = await sendWith(
      "Product Attribute weight",
      line("bad", "heavy")
    )
    expect([unknown.status, unknown.data.message]).toEqual([
      400,
      expect.stringContaining('"Product Attribute weight"'),
    ])
    expect(await titles()).toEqual(before)
    const made = await sendWith(
      columns,
      line("rack", 'Steel,Road,"Gravel, mud",=1+1'),
      line("bell-2", "Aluminium,,,")
    )
    expect(made.status).toBe(201)
    const valuesOf = async () => {
      const { products } = await alice.get(
        "/products?order=title&fields=title,*attribute_values,*attribute_values.attribute"
      )
      return Object.fromEntries(
        products.map(
          (product: Parameters<typeof valuesIn>[0] & { title: string }) => [
            product.title,
            valuesIn(product),
          ]
        )
      )
    }
    const all = [
      "Material: Steel",
      "Note: =1+1",
      "Use: Gravel, mud",
      "Use: Road",
    ]
    expect(await valuesOf()).toMatchObject({
      rack: all,
      "bell-2": ["Material: Aluminium"],
    })
    // What has no column stays, an empty cell takes away.
    const [rack] = made.data.products
    const changed = await sendWith(
      "Product Attribute use",
      `${rack.id},,rack,published,,,,,,,`
    )
    expect(changed.status).toBe(201)
    expect((await valuesOf()).rack).toEqual(["Material: Steel", "Note: =1+1"])
    await alice.post(
      `/products/${rack.id}`,
      withValues([
        { attribute_id: material.id, value: "Steel" },
        { attribute_id: use.id, value: "Road" },
        { attribute_id: use.id, value: "Gravel, mud" },
        { attribute_id: note.id, value: "=1+1" },
      ])
    )
    const { url } = await alice.post("/products/export?q=rack", {})
    const file = String((await world.api.get(new URL(url).pathname)).data)
    expect(file).toContain(
      "Product Attribute material,Product Attribute note,Product Attribute use 1,Product Attribute use 2"
    )
    expect(file).not.toMatch(/(^|,|")[=@]/m)
    const was = await valuesOf()
    await alice.post(
      `/products/${rack.id}`,
      withValues([{ attribute_id: material.id, value: "Aluminium" }])
    )
    // What a seller edits: other columns name options, which a file may not.
    const [first = {}]: Record<string, string>[] = parse(file, {
      columns: true,
    })
    const kept = Object.keys(first).filter((name) =>
      /^Product (Id|Attribute .*)$/.test(name)
    )
    const again = await sendFile(
      stringify([first], { header: true, columns: kept })
    )
    expect([again.status, again.data.message]).toEqual([201, undefined])
    expect(await valuesOf()).toEqual(was)
  })

  it("exports own products only, page after page, without formulas", async () => {
    const { world, chain } = shop
    await alice.post(`/products/${chain.id}`, {
      title: "=cmd|' /C calc'!A0",
      subtitle: "@SUM(A1)",
    })
    const { url } = await alice.post("/products/export", {})
    expect(url).toMatch(/\/vendor\/files\/doc_\w+\.\d+\.[\w-]+$/)
    const { data } = await world.api.get(new URL(url).pathname)
    const lines = String(data).split("\n")
    // Two products of one variant each.
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain("Product Id")
    expect(data).toContain(chain.id)
    expect(data).toContain("Lamp")
    expect(data).not.toContain("Bell")
    expect(data).not.toContain(shop.bell.id)
    expect(data).not.toMatch(/(^|,|")[=@]/m)
    const some = await alice.post("/products/export?q=Lamp", {})
    const filtered = await world.api.get(new URL(some.url).pathname)
    expect(String(filtered.data).split("\n")).toHaveLength(2)
    const none = await alice.post("/products/export?q=Bell", {})
    const empty = await world.api.get(new URL(none.url).pathname)
    expect(String(empty.data)).not.toContain(shop.bell.id)
  })

  it("creates and changes own products from a file", async () => {
    const { status, data } = await send(
      `${shop.chain.id},,Chain of steel,published,,,,,,`,
      ",saddle,Saddle,published,,Brown,saddle-b,79.5,Colour,Brown",
      ",saddle,Saddle,published,,Black,saddle-s,79,Colour,Black"
    )
    expect({ status, data }).toMatchObject({
      status: 201,
      data: { summary: { toCreate: 1, toUpdate: 1 } },
    })
    const { products, count } = await alice.get(
      "/products?order=title&fields=title,status,*variants,*variants.prices"
    )
    expect(count).toBe(3)
    expect(products.map(({ title }: { title: string }) => title)).toEqual([
      "Chain of steel",
      "Lamp",
      "Saddle",
    ])
    expect(products[2].variants).toHaveLength(2)
    expect(products[2].status).toBe(ProductStatus.PUBLISHED)
  })

  it("refuses what is not the seller's or no file, and writes nothing of it", async () => {
    const before = await titles()
    const saddle = ",saddle,Saddle,published,,Brown,saddle-b,79,Colour,Brown"
    const refused: [string[], number][] = [
      [[saddle, `${shop.bell.id},,Stolen,published,,,,,,`], 404],
      [
        [
          `${shop.chain.id},,Chain,published,${shop.bell.variantId},Stolen,,1,,`,
        ],
        404,
      ],
      [[",saddle,Saddle,published,,Brown,saddle-b,-5,Colour,Brown"], 400],
      [[",saddle,Saddle,bargain,,Brown,saddle-b,5,Colour,Brown"], 400],
      [[",saddle,Saddle,published,,Brown,saddle-b,dear,Colour,Brown"], 400],
      [[",,Saddle,published,,Brown,saddle-b,5,Colour,Brown"], 400],
      [['"unclosed'], 400],
      [["\0"], 400],
      [[], 400],
    ]
    for (const [rows, wanted] of refused) {
      const { status, data } = await send(...rows)
      expect({ rows, status, data }).toEqual({ rows, status: wanted, data })
    }
    const noFile = await shop.world.api.post(
      "/vendor/products/import",
      {},
      alice.as
    )
    expect(noFile.status).toBe(400)
    expect(await titles()).toEqual(before)
  })
}
