import type { App } from "../../app"
import { formOf, pdf } from "../../files/samples"
import { application, applyAs } from "../../sign-up"
import { newSeller, type vendor } from "../../vendor-client"
import { createWorld, type World } from "../../world"
import { REVIEW_MODULE } from "../../../src/modules/review"
import type { ReviewModuleService } from "../../../src/modules/review/service"
import { delivered } from "./delivered"
import { chainIn, onSale, rule } from "./products"

type Client = ReturnType<typeof vendor>

/** A request that waits for the operator, and how who made it takes it back. */
export type Waiting = {
  world: World
  id: string
  withdraw: () => Promise<{ status: number }>
  /** The seller whose queue shows it; none while it applies. */
  as?: Client["as"]
}

const byMember = (world: World, { as }: Client, id: string): Waiting => ({
  world,
  id,
  as,
  withdraw: () => world.api.post(`/vendor/requests/${id}/withdraw`, {}, as),
})

async function asked(
  world: World,
  client: Client,
  request: { type: string; data: object }
): Promise<Waiting> {
  const { request: made } = await client.post("/requests", { request })
  return byMember(world, client, made.id)
}

const wish = (type: string, data: object) => async (app: App) => {
  const world = await createWorld(app)
  const { client } = await newSeller(world, "Bob")
  return await asked(world, client, { type, data })
}

/** Each kind of ours with a request that waits. */
export const kindScenes: Record<string, (app: App) => Promise<Waiting>> = {
  seller: async (app) => {
    const world = await createWorld(app)
    const { data, identity } = await applyAs(
      world,
      "bob@example.com",
      application("Bob")
    )
    const id = data.request_id
    const path = `/vendor/requests/${id}/withdraw`
    // An applicant may read its application alone.
    const withdraw = () => world.api.post(path, {}, identity.as)
    return { world, id, withdraw }
  },
  product: async (app) => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { client } = await newSeller(world, "Bob")
    const { requests } = await client.post("/products", chainIn(world, "bob"))
    return byMember(world, client, requests[0].id)
  },
  product_update: async (app) => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { bob, id, product } = await onSale(world)
    const { requests } = await bob.client.post(`/products/${id}`, {
      title: "Chain of steel",
      images: [{ url: "https://img.example.com/steel.png" }],
      variants: product.variants.map((variant: { id: string }, n: number) => ({
        id: variant.id,
        title: `${n} speeds`,
        prices: [{ currency_code: "eur", amount: 40 + n }],
      })),
    })
    return byMember(world, bob.client, requests[0].id)
  },
  product_import: async (app) => {
    const world = await createWorld(app)
    await rule(world, "require_product_approval")
    const { client } = await newSeller(world, "Bob")
    const content = [
      "Product Handle,Product Title,Product Status,Variant Title,Variant Sku,Variant Price EUR,Variant Option 1 Name,Variant Option 1 Value",
      "saddle,Saddle,published,Brown,saddle-b,79,Colour,Brown",
    ].join("\n")
    const { data } = await world.api.post(
      "/vendor/products/import",
      formOf([{ name: "products.csv", content, type: "text/csv" }], "file"),
      client.as
    )
    return byMember(world, client, data.requests[0].id)
  },
  product_collection: wish("product_collection", {
    title: "Autumn rides",
    handle: "autumn-rides",
    details: { icon: "https://img.example.com/icon.png" },
  }),
  product_collection_update: async (app) => {
    const world = await createWorld(app)
    const { client } = await newSeller(world, "Bob")
    const { data } = await world.api.post(
      "/admin/collections",
      { title: "Summer", handle: "summer" },
      world.admin
    )
    return await asked(world, client, {
      type: "product_collection_update",
      data: { collection_id: data.collection.id, title: "Autumn" },
    })
  },
  product_category: wish("product_category", {
    name: "Gravel",
    handle: "gravel",
    details: { icon: "https://img.example.com/icon.png" },
  }),
  product_type: wish("product_type", { value: "Frame" }),
  product_tag: wish("product_tag", { value: "light" }),
  review_remove: async (app) => {
    const world = await createWorld(app)
    const { seller, client } = await newSeller(world, "Bob")
    const review = await world.container
      .resolve<ReviewModuleService>(REVIEW_MODULE)
      .addReview({
        ...{ reference: "seller", reference_id: seller.id },
        ...{ seller_id: seller.id, order_id: "order_1", customer_id: "cus_1" },
        ...{ rating: 1, customer_note: "Scam" },
      })
    const data = { review_id: review.id, reason: "Insult" }
    return await asked(world, client, { type: "review_remove", data })
  },
  order_return: async (app) => {
    const { world, clara, seller, ask } = await delivered(app)
    const { id } = (await ask(2)).data.order_return_request
    const path = `/store/return-request/${id}/withdraw`
    const withdraw = () => world.api.post(path, {}, clara.as)
    return { world, id, withdraw, as: seller.as }
  },
  seller_document: async (app) => {
    const world = await createWorld(app)
    const { client } = await newSeller(world, "Bob")
    const form = formOf([{ name: "id.pdf", content: pdf() }])
    const { data } = await world.api.post("/vendor/documents", form, client.as)
    return await asked(world, client, {
      type: "seller_document",
      data: {
        document_id: data.documents[0].id,
        kind: "identity",
        expires_at: "2100-01-01T00:00:00Z",
      },
    })
  },
  payout_details: async (app) => {
    const world = await createWorld(app)
    await rule(world, "payout_details_approval")
    const { client } = await newSeller(world, "Bob")
    const lead = (iban: string) =>
      client.post("/payout-account", { context: { iban } })
    await lead("DE02120300000000202051")
    const { request } = await lead("DE02500105170137075030")
    return byMember(world, client, request.id)
  },
}
