import type { App } from "../../app"
import { rows } from "../../rows"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type ProductFixture,
  type SellerFixture,
  type World,
} from "../../world"

export type Shop = World & { bob: SellerFixture; bolt: ProductFixture }

/** One seller with one product. */
export async function openShop(app: App): Promise<Shop> {
  const world = await createWorld(app)
  const bob = await createSeller(world, "Bob's Parts")
  const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
  return { ...world, bob, bolt }
}

/** A purchase of two pieces; answers its set. */
export async function buy(shop: Shop) {
  const cart = await readyCart(
    shop,
    [{ variantId: shop.bolt.variantId, quantity: 2 }],
    [shop.bob.shippingOptionId]
  )
  const { data } = await shop.api.post(
    `/store/carts/${cart}/complete`,
    {},
    shop.store
  )
  return data.order_set
}

export type NoticeSeen = {
  id: string
  event: string
  template: string
  channel: string
  to: string
  locale: string
  status: string
  attempts: number
  last_error: string | null
}

/** The notices of one event, once there are as many as expected, in a fixed order. */
export async function noticesOf(
  app: App,
  event: string,
  expected: number
): Promise<NoticeSeen[]> {
  for (const until = Date.now() + 20_000; ;) {
    const found = await rows(
      app,
      `select id, event, template, channel, "to", locale, status, attempts,
         last_error
       from notice where event = $1 order by template, channel, "to"`,
      [event]
    )
    const isReady =
      found.length >= expected &&
      found.every(
        // A try that is under way is pending without an error.
        ({ status, last_error }) => status !== "pending" || last_error
      )
    if (isReady || Date.now() > until) {
      return found as NoticeSeen[]
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
