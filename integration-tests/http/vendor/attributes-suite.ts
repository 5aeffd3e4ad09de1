import type { App } from "../../app"
import { decide } from "../../sign-up"
import { chainIn, onSale, rule } from "../../flows/requests/products"
import { rows } from "../../rows"
import { chain, newSeller } from "../../vendor-client"
import { createWorld, type World } from "../../world"
import {
  makeAttribute,
  makeCategory,
  makeMaterial,
  valuesIn,
  withValues,
  type Values,
} from "./attribute-scene"

/** What products say about themselves, and the one check of it. */
export const attributes = (app: App) => {
  let world: World
  let bikes: string

  beforeAll(async () => {
    world = await createWorld(app)
    bikes = await makeCategory(world, "Bikes")
  })

  const make = (body: object) => makeAttribute(world, body)
  const material = (more: object = {}) => makeMaterial(world, more)

  it("takes of each kind what fits it, and refuses what does not, naming the attribute", async () => {
    const { client } = await newSeller(world, "Bob")
    const select = await material()
    const multi = await make({
      name: "Use",
      ui_component: "multivalue",
      possible_values: [{ value: "Road" }, { value: "Gravel" }],
    })
    const unit = await make({ name: "Travel", ui_component: "unit" })
    const toggle = await make({ name: "Tubeless", ui_component: "toggle" })
    const text = await make({ name: "Finish", ui_component: "text" })
    const colour = await make({ name: "Paint", ui_component: "color_picker" })
    const { product } = await client.post(
      "/products",
      withValues(
        [
          { attribute_id: select.id, value: "Steel" },
          { attribute_id: multi.id, value: "Road" },
          { attribute_id: multi.id, value: "Gravel" },
          { attribute_id: unit.id, value: 120.5 },
          { attribute_id: toggle.id, value: false },
          { attribute_id: text.id, value: "" },
          { attribute_id: colour.id, value: "#a0B1c2" },
        ],
        chain("kinds")
      )
    )
    expect(valuesIn(product)).toEqual([
      "Material: Steel",
      "Paint: #a0B1c2",
      "Travel: 120.5",
      "Tubeless: false",
      "Use: Gravel",
      "Use: Road",
    ])
    const refused: [Values, string][] = [
      [[{ attribute_id: select.id, value: "Wood" }], "Attribute Material"],
      [
        [
          { attribute_id: select.id, value: "Steel" },
          { attribute_id: select.id, value: "Aluminium" },
        ],
        "Attribute Material takes one value",
      ],
      [[{ attribute_id: multi.id, value: "Sea" }], "Attribute Use"],
      [[{ attribute_id: unit.id, value: "far" }], "Attribute Travel"],
      [[{ attribute_id: toggle.id, value: "maybe" }], "Attribute Tubeless"],
      [[{ attribute_id: text.id, value: "x".repeat(256) }], "Attribute Finish"],
      [[{ attribute_id: colour.id, value: "red" }], "Attribute Paint"],
      [[{ attribute_id: "attr_none", value: "x" }], "attr_none"],
      [[{ attribute_id: 7, value: "x" } as never], "additional_data.values"],
    ]
    const before = await rows(app, "select * from attribute_value order by id")
    for (const [values, words] of refused) {
      for (const path of ["", `/${product.id}`]) {
        const { status, data } = await world.api.post(
          `/vendor/products${path}`,
          withValues(values, path ? {} : chain("refused")),
          client.as
        )
        expect([path, status, data.message]).toEqual([
          path,
          400,
          expect.stringContaining(words),
        ])
      }
    }
    expect(
      await rows(app, "select * from attribute_value order by id")
    ).toEqual(before)
    expect((await client.get("/products")).count).toBe(1)
  })

  it("replaces the whole list, keeps it when it is not sent, and shows it to shoppers", async () => {
    const { client } = await newSeller(world, "Bob")
    const { id } = await material({ is_filterable: true })
    const note = await make({ name: "Note", ui_component: "text_area" })
    const { product } = await client.post("/products", {
      ...chainIn(world, "list"),
      ...withValues([
        { attribute_id: id, value: "Steel" },
        { attribute_id: note.id, value: "Nice" },
      ]),
    })
    const path = `/products/${product.id}`
    const renamed = await client.post(path, { title: "Renamed" })
    expect(valuesIn(renamed.product)).toEqual(["Material: Steel", "Note: Nice"])
    const [first] = await rows(
      app,
      "select id from attribute_value where value = 'Steel'"
    )
    const less = await client.post(
      path,
      withValues([{ attribute_id: id, value: "Steel" }])
    )
    expect(valuesIn(less.product)).toEqual(["Material: Steel"])
    expect(await rows(app, "select id from attribute_value")).toEqual([first])
    const fields =
      "fields=*attribute_values,*attribute_values.attribute,*seller"
    const { data } = await world.api.get(
      `/store/products?${fields}`,
      world.store
    )
    expect(data.products).toMatchObject([
      {
        id: product.id,
        attribute_values: [{ value: "Steel", attribute: { name: "Material" } }],
      },
    ])
    const filters = await world.api.get("/store/attributes", world.store)
    expect(filters.data).toMatchObject({
      count: 1,
      attributes: [
        {
          name: "Material",
          possible_values: [{ value: "Aluminium" }, { value: "Steel" }],
        },
      ],
    })
  })

  it("asks for what is required once a product is to be sold, and knows the categories", async () => {
    const { client } = await newSeller(world, "Bob")
    const wheel = await material({
      is_required: true,
      product_category_ids: [bikes],
    })
    const post = (body: object, path = "/vendor/products") =>
      world.api.post(path, body, client.as)
    // Outside its category nobody asks for it, or may say it.
    const plain = await post(chain("plain"))
    expect(plain.status).toBe(201)
    const inBikes = { categories: [{ id: bikes }] }
    const path = `/vendor/products/${plain.data.product.id}`
    const missing = await post({ ...chain("missing"), ...inBikes })
    expect([missing.status, missing.data.message]).toEqual([
      400,
      "Attribute Material is required",
    ])
    const draft = await post({
      ...chain("draft"),
      ...inBikes,
      status: "draft",
    })
    expect(draft.status).toBe(201)
    const applicable = await client.get(
      `/products/${draft.data.product.id}/applicable-attributes?fields=+is_required`
    )
    expect(applicable.attributes).toMatchObject([
      { id: wheel.id, is_required: true, possible_values: [{}, {}] },
    ])
    const published = { status: "published" }
    const draftPath = `/vendor/products/${draft.data.product.id}`
    const steel = [{ attribute_id: wheel.id, value: "Steel" }]
    for (const [body, to, status] of [
      [published, draftPath, 400],
      [
        { update: [{ id: draft.data.product.id, ...published }] },
        "/vendor/products/batch",
        400,
      ],
      [
        { create: [{ ...chain("batch"), ...inBikes }] },
        "/vendor/products/batch",
        400,
      ],
      [inBikes, path, 400],
      [withValues(steel), path, 400],
      [withValues(steel, inBikes), path, 200],
      [withValues([]), path, 400],
      [withValues(steel, published), draftPath, 200],
      [{ categories: [] }, path, 200],
    ] as [object, string, number][]) {
      const answer = await post(body, to)
      expect([body, answer.status]).toEqual([body, status])
    }
    // What does not apply any more went with the category.
    expect(
      await rows(app, "select product_id, value from attribute_value")
    ).toEqual([{ product_id: draft.data.product.id, value: "Steel" }])
  })

  it("is checked when a change is asked for, and again when it is accepted", async () => {
    await rule(world, "require_product_approval")
    const { bob, id } = await onSale(world)
    const { id: attribute_id, possible_values } = await material()
    const path = `/vendor/products/${id}`
    const bad = await world.api.post(
      path,
      withValues([{ attribute_id, value: "Wood" }]),
      bob.client.as
    )
    expect(bad.status).toBe(400)
    const asked = await bob.client.post(
      `/products/${id}`,
      withValues([{ attribute_id, value: "Steel" }])
    )
    expect(asked.product.attribute_values).toEqual([])
    expect(asked.requests).toMatchObject([
      {
        type: "product_update",
        diff: {
          attribute_values: {
            from: [],
            to: [{ attribute_id, value: "Steel" }],
          },
        },
      },
    ])
    const [request] = asked.requests
    const steel = possible_values.find(
      ({ value }: { value: string }) => value === "Steel"
    )
    const value = `/admin/attributes/${attribute_id}/values/${steel.id}`
    await world.api.delete(value, world.admin)
    const refused = await decide(world, request.id, "accepted")
    expect([refused.status, refused.data.message]).toEqual([
      400,
      expect.stringContaining("Attribute Material"),
    ])
    const found = await rows(
      app,
      "select status, (select count(*)::int from attribute_value) as values from request where id = $1",
      [request.id]
    )
    expect(found).toEqual([{ status: "pending", values: 0 }])
    await world.api.post(
      `/admin/attributes/${attribute_id}/values`,
      { value: "Steel" },
      world.admin
    )
    expect((await decide(world, request.id, "accepted")).status).toBe(200)
    const { product } = await bob.client.get(`/products/${id}`)
    expect(valuesIn(product)).toEqual(["Material: Steel"])
  })
}
