import type { Suite } from "../app"
import { registerCustomer } from "../customers"
import {
  makeCategory,
  makeMaterial,
  withValues,
} from "../http/vendor/attribute-scene"
import { createProduct, createSeller, createWorld, type World } from "../world"
import { expectUndone } from "./expect-undone"
import type { Deed, Example } from "./undone"

const medusas = "Medusa 2.21 leaves it"
const products = {
  ...{ product_option: medusas, product_option_value: medusas },
  ...{ price: medusas, image: medusas, product_variant: medusas },
  ...{ product_variant_option: medusas, product: medusas },
}

/** What the catalogue has beside Medusa's fields. */
export const catalogueExtras: Suite = (app) => {
  let world: World
  let bolt: string
  let clara: World["admin"]

  beforeAll(async () => {
    world = await createWorld(app)
    const bob = await createSeller(world, "Bob")
    bolt = (await createProduct(world, bob, { title: "Bolt", price: 10 })).id
    clara = (await registerCustomer(world, "clara@example.com")).as
  })

  const post =
    (path: string, body: object, as = world.admin): Deed =>
    () =>
      world.api.post(path, body, as)
  const remove =
    (path: string, as = world.admin): Deed =>
    () =>
      world.api.delete(path, as)
  const attribute = async () => {
    const { id, possible_values } = await makeMaterial(world)
    const path = `/admin/attributes/${id}`
    return {
      ...{ id, path, value: `${path}/values/${possible_values[0].id}` },
    }
  }
  const said = async () => [
    { attribute_id: (await attribute()).id, value: "Steel" },
  ]
  const kept = { reference: "product" }

  const examples: Record<string, Example> = {
    "an attribute is made": {
      prepare: () =>
        post("/admin/attributes", { name: "Note", ui_component: "text" }),
    },
    "an attribute is changed": {
      prepare: async () => post((await attribute()).path, { name: "Stuff" }),
    },
    "an attribute is deleted": {
      prepare: async () => remove((await attribute()).path),
    },
    "a value is added to a list": {
      prepare: async () =>
        post(`${(await attribute()).path}/values`, { value: "Wood" }),
    },
    "a value is taken off a list": {
      prepare: async () => remove((await attribute()).value),
    },
    "the operator makes a product": {
      prepare: async () =>
        post(
          "/admin/products",
          withValues(await said(), {
            title: "Pump",
            options: [{ title: "Size", values: ["One"] }],
          })
        ),
      keeps: products,
    },
    "the operator changes a product": {
      prepare: async () =>
        post(
          `/admin/products/${bolt}`,
          withValues(await said(), { title: "Nut" })
        ),
      keeps: products,
    },
    "a product gets secondary categories": {
      prepare: async () =>
        post(`/admin/products/${bolt}`, {
          additional_data: {
            secondary_categories: [{ id: await makeCategory(world, "Gifts") }],
          },
        }),
      keeps: products,
    },
    "a category gets pictures": {
      prepare: async () =>
        post(
          `/admin/product-categories/${await makeCategory(world, "Bikes")}/details`,
          { thumbnail: "https://img.example.com/t.png", rank: 1 }
        ),
    },
    "a product is kept in mind": {
      prepare: () =>
        post("/store/wishlist", { ...kept, reference_id: bolt }, clara),
    },
    "a product is forgotten": {
      prepare: async () => {
        await post("/store/wishlist", { ...kept, reference_id: bolt }, clara)()
        return remove(`/store/wishlist/product/${bolt}`, clara)
      },
    },
  }

  it.each(Object.entries(examples))("%s", async (_name, example) => {
    await expectUndone(app, example)
  })
}
