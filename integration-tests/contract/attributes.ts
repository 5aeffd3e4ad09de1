import { Modules } from "@medusajs/framework/utils"
import type { App } from "../app"
import { newSeller } from "../vendor-client"
import { createWorld, type World } from "../world"
import { panel, type Panel } from "./panel"
import { wizardForm } from "./wizard-form"

/** Attributes: the pages of operators, the drawer of sellers, the page of the shop. */
export const attributes = (app: App) => {
  let world: World
  let bob: Panel
  let admin: Panel
  let category: string

  beforeAll(async () => {
    world = await createWorld(app)
    bob = panel(world, (await newSeller(world, "Bob")).client.as)
    admin = panel(world, world.admin)
    const [made] = await world.container
      .resolve(Modules.PRODUCT)
      .createProductCategories([{ name: "Bikes", is_active: true }])
    category = made?.id ?? ""
  })

  const attributeFields =
    "id,name, description,handle, ui_component,is_filterable,is_required, product_categories.id,product_categories.name,possible_values.*,created_at,updated_at"

  it("attributes: the operator's pages", async () => {
    const created = await admin.send("POST", "/admin/attributes", {
      body: {
        name: "Material",
        description: "",
        handle: "",
        is_filterable: true,
        is_required: false,
        ui_component: "select",
        metadata: { icon: "hammer" },
        possible_values: [
          { value: "Steel", rank: 0 },
          { value: "Carbon", rank: 1, metadata: { light: true } },
        ],
        product_category_ids: [category],
      },
    })
    expect(created).toMatchObject({
      status: 201,
      data: { attribute: { name: "Material", handle: "material" } },
    })
    const { id } = created.data.attribute
    await admin.post("/admin/attributes", {
      name: "Tubeless",
      is_filterable: false,
      is_required: false,
      ui_component: "toggle",
    })
    const list = await admin.get("/admin/attributes", {
      limit: 20,
      offset: 0,
      q: "mat",
      order: "-created_at",
      fields: attributeFields,
    })
    expect(list).toMatchObject({ count: 1, offset: 0, limit: 20 })
    const { attribute } = await admin.get(`/admin/attributes/${id}`, {
      fields: attributeFields,
    })
    expect(attribute).toEqual(list.attributes[0])
    expect(attribute).toMatchObject({
      id,
      is_filterable: true,
      is_required: false,
      metadata: { icon: "hammer" },
      created_at: expect.any(String),
      possible_values: [
        { value: "Steel", rank: 0, attribute_id: id },
        { value: "Carbon", rank: 1, metadata: { light: true } },
      ],
      product_categories: [{ id: category, name: "Bikes" }],
    })
    const all = await admin.get("/admin/attributes", { limit: 1000 })
    expect(all.count).toBe(2)
    const [steel] = attribute.possible_values
    // The whole form comes back on saving.
    const saved = await admin.post(`/admin/attributes/${id}`, {
      name: "Frame material",
      description: "Of the frame",
      is_filterable: true,
      is_required: true,
      ui_component: "select",
      possible_values: attribute.possible_values,
      product_category_ids: [],
    })
    expect(saved.attribute).toMatchObject({
      name: "Frame material",
      is_required: true,
      possible_values: attribute.possible_values.map(
        ({ id }: { id: string }) => ({ id })
      ),
      product_categories: [],
    })
    const values = `/admin/attributes/${id}/values`
    const added = await admin.send("POST", values, {
      body: { value: "Wood", rank: 2, metadata: null },
    })
    expect(added).toMatchObject({
      status: 201,
      data: {
        possible_value: { value: "Wood", rank: 2 },
        attribute_possible_value: { value: "Wood" },
      },
    })
    const changed = await admin.post(`${values}/${steel.id}`, {
      value: "Stainless steel",
      rank: 5,
    })
    expect(changed.possible_value).toMatchObject({
      id: steel.id,
      value: "Stainless steel",
      rank: 5,
    })
    expect((await admin.get(values)).possible_values).toHaveLength(3)
    expect((await admin.get(`${values}/${steel.id}`)).possible_value.id).toBe(
      steel.id
    )
    expect(await admin.delete(`${values}/${steel.id}`)).toMatchObject({
      id: steel.id,
      deleted: true,
    })
    expect(await admin.delete(`/admin/attributes/${id}`)).toEqual({
      id,
      object: "attribute",
      deleted: true,
    })
  })

  it("attributes: the seller's drawer and the shop's page", async () => {
    const make = async (body: object) =>
      (await admin.post("/admin/attributes", { is_required: false, ...body }))
        .attribute
    const use = await make({
      name: "Use",
      ui_component: "multivalue",
      is_filterable: true,
      possible_values: [{ value: "Road" }, { value: "Gravel" }],
    })
    const toggle = await make({ name: "Tubeless", ui_component: "toggle" })
    const unit = await make({ name: "Travel", ui_component: "unit" })
    await make({
      name: "Frame",
      ui_component: "text",
      product_category_ids: [category],
    })
    const { product } = await bob.post(
      "/vendor/products",
      wizardForm("Wheel", world.salesChannelId)
    )
    const path = `/vendor/products/${product.id}`
    const applicable = await bob.get(`${path}/applicable-attributes`, {
      fields: "+is_required",
    })
    expect(applicable.count).toBe(3)
    expect(applicable.attributes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: use.id,
          name: "Use",
          handle: "use",
          description: null,
          ui_component: "multivalue",
          is_required: false,
          possible_values: use.possible_values.map(
            ({ id, value }: { id: string; value: string }) =>
              expect.objectContaining({ id, value, attribute_id: use.id })
          ),
        }),
      ])
    )
    expect(
      (await admin.get(`/admin/products/${product.id}/applicable-attributes`))
        .count
    ).toBe(3)
    await bob.post(path, {
      additional_data: {
        values: [
          { attribute_id: use.id, value: "Road" },
          { attribute_id: use.id, value: "Gravel" },
          { attribute_id: toggle.id, value: true },
          { attribute_id: unit.id, value: "120" },
        ],
      },
    })
    const fields =
      "*variants.inventory_items,*categories,attribute_values.*,attribute_values.attribute.*"
    const read = await bob.get(path, { fields })
    expect(read.product.attribute_values).toHaveLength(4)
    expect(read.product.attribute_values).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: expect.any(String),
          value: "true",
          attribute_id: toggle.id,
          attribute: expect.objectContaining({
            id: toggle.id,
            name: "Tubeless",
            ui_component: "toggle",
          }),
        }),
      ])
    )
    const operators = await admin.get(`/admin/products/${product.id}`, {
      fields,
    })
    expect(operators.product.attribute_values).toHaveLength(4)
    await admin.post(`/admin/products/${product.id}`, {
      additional_data: {
        values: [{ attribute_id: use.id, value: "Road" }],
      },
    })
    const shop = await world.api.get(
      `/store/products?handle=wheel&fields=*seller,*attribute_values,*attribute_values.attribute`,
      world.store
    )
    expect(shop.data.products[0].attribute_values).toMatchObject([
      { id: expect.any(String), value: "Road", attribute: { name: "Use" } },
    ])
    const filters = await bob.get("/vendor/attributes", { limit: 2 })
    expect(filters).toMatchObject({ count: 4, limit: 2 })
    expect((await bob.get(`/vendor/attributes/${use.id}`)).attribute.id).toBe(
      use.id
    )
    expect((await bob.send("GET", "/vendor/attributes/none", {})).status).toBe(
      404
    )
  })
}
