import type { Client } from "../http"
import type { Shop, Stand } from "./shop"

export type Purchase = {
  requests: number
  totalMs: number
  completeMs: number
  completeStatements: number
}

type Cart = { cart: { id: string } }
type StatementCount = () => Promise<number>

const address = {
  first_name: "Clara",
  last_name: "Braun",
  address_1: "Lindenweg 4",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}

/** How a cart is filled and its shipping chosen. */
export type Style = {
  fill: (store: Client, path: string, stands: Stand[]) => Promise<void>
  ship: (store: Client, path: string, stands: Stand[]) => Promise<void>
}

/** Medusa's own routes: a call a line, a call a shipping method. */
export const lineByLine: Style = {
  async fill(store, path, stands) {
    for (const variant_id of stands.flatMap((stand) => stand.variantIds)) {
      await store.post(`${path}/line-items`, { variant_id, quantity: 1 })
    }
  },
  async ship(store, path, stands) {
    const cartId = path.split("/").pop()
    await store.get(`/store/shipping-options?cart_id=${cartId}`)
    for (const stand of stands) {
      await store.post(`${path}/shipping-methods`, {
        option_id: stand.shippingOptionId,
      })
    }
  },
}

/** The plugin's batch routes: one call for all lines, one for all methods. */
export const inBatches: Style = {
  async fill(store, path, stands) {
    await store.post(`${path}/line-items/batch`, {
      items: stands
        .flatMap((stand) => stand.variantIds)
        .map((variant_id) => ({ variant_id, quantity: 1 })),
    })
  },
  async ship(store, path, stands) {
    await store.get(`${path}/shipping-options`)
    await store.post(`${path}/shipping-methods/batch`, {
      methods: stands.map((stand) => ({ option_id: stand.shippingOptionId })),
    })
  },
}

/** One purchase from the first `sellers` stands, from the empty cart to the order. */
export async function buy(
  { client, shop, style }: { client: Client; shop: Shop; style: Style },
  sellers: number,
  statements: StatementCount
): Promise<Purchase> {
  const { store, requests } = counted(
    client.as({ "x-publishable-api-key": shop.publishableKey })
  )
  const stands = shop.stands.slice(0, sellers)
  const started = performance.now()
  const path = await readyCart(store, { shop, style, stands })
  const readyMs = performance.now() - started
  const before = await statements()
  const completing = performance.now()
  const completed = await store.post<{ type: string }>(`${path}/complete`)
  const completeMs = performance.now() - completing
  if (completed.type !== "order") {
    throw new Error(`The purchase ended as ${JSON.stringify(completed)}`)
  }
  return {
    requests: requests(),
    totalMs: readyMs + completeMs,
    completeMs,
    completeStatements: (await statements()) - before,
  }
}

/** From the empty cart to the payment session; answers the cart's path. */
async function readyCart(
  store: Client,
  { shop, style, stands }: { shop: Shop; style: Style; stands: Stand[] }
): Promise<string> {
  const { cart } = await store.post<Cart>("/store/carts", {
    region_id: shop.regionId,
    email: "clara@example.com",
    shipping_address: address,
    billing_address: address,
  })
  const path = `/store/carts/${cart.id}`
  await style.fill(store, path, stands)
  await style.ship(store, path, stands)
  const collection = await store.post<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    { cart_id: cart.id }
  )
  await store.post(
    `/store/payment-collections/${collection.payment_collection.id}/payment-sessions`,
    { provider_id: "pp_system_default" }
  )
  return path
}

function counted(client: Client): { store: Client; requests: () => number } {
  let requests = 0
  const store: Client = {
    ...client,
    get(path) {
      requests++
      return client.get(path)
    },
    post(path, body) {
      requests++
      return client.post(path, body)
    },
  }
  return { store, requests: () => requests }
}
