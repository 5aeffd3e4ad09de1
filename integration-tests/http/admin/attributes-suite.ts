import type { App } from "../../app"
import { rows } from "../../rows"
import { chain, newSeller } from "../../vendor-client"
import { createWorld, type World } from "../../world"
import { makeMaterial, valuesIn, withValues } from "../vendor/attribute-scene"

/** The operator's list of attributes, and its own products. */
export const operatorsAttributes = (app: App) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(app)
  })

  const material = (more: object = {}) => makeMaterial(world, more)

  it("lets the operator keep the list: values follow a new word, and stay while products have them", async () => {
    const { client } = await newSeller(world, "Bob")
    const { api, admin } = world
    const attribute = await material()
    const path = `/admin/attributes/${attribute.id}`
    const [aluminium, steel] = attribute.possible_values
    const { product } = await client.post("/products", {
      ...chain("kept"),
      ...withValues([{ attribute_id: attribute.id, value: "Steel" }]),
    })
    const used = await api.delete(`${path}/values/${steel.id}`, admin)
    expect([used.status, used.data.message]).toEqual([
      400,
      expect.stringContaining("Steel"),
    ])
    const word = await api.post(
      `${path}/values/${steel.id}`,
      { value: "Stainless steel" },
      admin
    )
    expect(word.data.possible_value).toMatchObject({ id: steel.id, rank: 1 })
    expect(word.data.attribute_possible_value).toEqual(word.data.possible_value)
    const read = await client.get(`/products/${product.id}`)
    expect(valuesIn(read.product)).toEqual(["Material: Stainless steel"])
    const saved = await api.post(
      path,
      {
        name: "Stuff",
        possible_values: [
          { ...word.data.possible_value, rank: 0 },
          { value: "Carbon", rank: 1 },
        ],
      },
      admin
    )
    expect(saved.data.attribute).toMatchObject({
      name: "Stuff",
      handle: "material",
      possible_values: [
        { id: steel.id, value: "Stainless steel", rank: 0 },
        { value: "Carbon", rank: 1 },
      ],
    })
    expect(
      (await api.get(`${path}/values/${aluminium.id}`, admin)).status
    ).toBe(404)
    for (const body of [
      { ui_component: "text" },
      { possible_values: [] },
      { possible_values: [{ value: "A" }, { value: "A" }] },
      { possible_values: [{ id: "attrval_1", value: "A" }] },
      { product_category_ids: ["pcat_none"] },
      { unknown: true },
    ]) {
      const { status } = await api.post(path, body, admin)
      expect([body, status]).toEqual([body, 400])
    }
    const twice = await api.post(
      "/admin/attributes",
      { name: "Material", ui_component: "text" },
      admin
    )
    expect([twice.status, twice.data.message]).toEqual([
      400,
      expect.stringContaining("handle"),
    ])
    const empty = await api.post(
      "/admin/attributes",
      { name: "Empty", ui_component: "select" },
      admin
    )
    expect(empty.status).toBe(400)
    expect((await api.delete(path, admin)).data).toEqual({
      id: attribute.id,
      object: "attribute",
      deleted: true,
    })
    expect((await api.get(path, admin)).status).toBe(404)
    const after = await client.get(`/products/${product.id}`)
    expect(after.product.attribute_values).toEqual([])
  })

  it("gives the operator the same check on products of its own", async () => {
    const { api, admin } = world
    const { id: attribute_id } = await material({ is_required: true })
    const product = {
      title: "Pump",
      status: "published",
      options: [{ title: "Size", values: ["One"] }],
    }
    const refused = await api.post("/admin/products", product, admin)
    expect([refused.status, refused.data.message]).toEqual([
      400,
      "Attribute Material is required",
    ])
    const made = await api.post(
      "/admin/products?fields=+attribute_values.*,attribute_values.attribute.*",
      withValues([{ attribute_id, value: "Steel" }], product),
      admin
    )
    expect([made.status, made.data.message]).toEqual([200, undefined])
    expect(valuesIn(made.data.product)).toEqual(["Material: Steel"])
    const { id } = made.data.product
    const path = `/admin/products/${id}`
    const bad = await api.post(
      path,
      withValues([{ attribute_id, value: "Wood" }], { title: "No" }),
      admin
    )
    expect(bad.status).toBe(400)
    const good = await api.post(
      `${path}?fields=title,attribute_values.*,attribute_values.attribute.*`,
      withValues([{ attribute_id, value: "Aluminium" }], { title: "Yes" }),
      admin
    )
    expect(good.data.product.title).toBe("Yes")
    expect(valuesIn(good.data.product)).toEqual(["Material: Aluminium"])
    expect((await api.post("/admin/products/prod_1", {}, admin)).status).toBe(
      404
    )
    const batch = (body: object) =>
      api.post("/admin/products/batch", body, admin)
    const lamp = { ...product, title: "Lamp" }
    for (const body of [
      { create: [lamp] },
      { create: [{ ...lamp, status: "draft" }, lamp] },
    ]) {
      const none = await batch(body)
      expect([none.status, none.data.message]).toEqual([
        400,
        "Attribute Material is required",
      ])
    }
    const drafts = await batch({
      create: [{ ...lamp, status: "draft" }],
      update: [{ id, title: "Pump of steel" }],
    })
    expect(drafts.data).toMatchObject({
      created: [{ title: "Lamp", status: "draft" }],
      updated: [{ id, title: "Pump of steel", status: "published" }],
      deleted: { ids: [] },
    })
    const [draft] = drafts.data.created
    const sold = { id: draft.id, status: "published" }
    expect((await batch({ update: [sold] })).status).toBe(400)
    expect((await batch({ delete: [draft.id] })).data.deleted).toMatchObject({
      ids: [draft.id],
    })
    const list = await api.get(`${path}/applicable-attributes`, admin)
    expect(list.data).toMatchObject({
      count: 1,
      attributes: [{ name: "Material" }],
    })
  })

  it("never lets parallel writers leave a product with a value that its attribute does not offer", async () => {
    const { client } = await newSeller(world, "Bob")
    const { api, admin } = world
    const attribute = await material()
    const steel = attribute.possible_values[1]
    const { product } = await client.post("/products", chain("race"))
    const [written, removed] = await Promise.all([
      api.post(
        `/vendor/products/${product.id}`,
        withValues([{ attribute_id: attribute.id, value: "Steel" }]),
        client.as
      ),
      api.delete(`/admin/attributes/${attribute.id}/values/${steel.id}`, admin),
    ])
    expect([written.status, removed.status].sort()).toEqual([200, 400])
    expect(
      await rows(
        app,
        `select v.value from attribute_value v where not exists (
           select 1 from attribute_possible_value p where p.attribute_id = v.attribute_id and p.value = v.value and p.deleted_at is null)`
      )
    ).toEqual([])
  })
}
