import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ACQUIRER_PROVIDER_ID, enableAcquirer } from "../../../acquirer"
import type { App } from "../../../app"
import { rows } from "../../../rows"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type ProductFixture,
  type SellerFixture,
  type World,
} from "../../../world"

export type Shop = World & {
  app: App
  bob: SellerFixture
  alice: SellerFixture
  house: SellerFixture
  bolt: ProductFixture
  mug: ProductFixture
  bag: ProductFixture
}

/** Two sellers and the operator, each with one product; shoppers pay at the acquirer. */
export async function openShop(app: App): Promise<Shop> {
  const world = await createWorld(app)
  await enableAcquirer(world)
  const bob = await createSeller(world, "Bob's Parts", 5)
  const alice = await createSeller(world, "Alice's Wares", 7)
  const house = await createSeller(world, "House", 3)
  const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
  const mug = await createProduct(world, alice, { title: "Mug", price: 20 })
  const bag = await createProduct(world, house, { title: "Bag", price: 9.99 })
  await makeOperators(world, house, bag)
  return { ...world, app, bob, alice, house, bolt, mug, bag }
}

/** Takes the seller off everything of a seller: its goods are the operator's then. */
async function makeOperators(
  { container }: World,
  house: SellerFixture,
  product: ProductFixture
) {
  const owned = { seller: { seller_id: house.id } }
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss([
    { [Modules.PRODUCT]: { product_id: product.id }, ...owned },
    {
      [Modules.FULFILLMENT]: { shipping_option_id: house.shippingOptionId },
      ...owned,
    },
    {
      [Modules.FULFILLMENT]: { shipping_profile_id: house.shippingProfileId },
      ...owned,
    },
  ])
}

/** A cart of one piece of each product, ready to be completed. */
export async function fill(
  shop: Shop,
  products: ProductFixture[],
  provider = ACQUIRER_PROVIDER_ID
): Promise<string> {
  const options = new Map([
    [shop.bolt, shop.bob],
    [shop.mug, shop.alice],
    [shop.bag, shop.house],
  ])
  return await readyCart(
    shop,
    products.map(({ variantId }) => ({ variantId, quantity: 1 })),
    products.flatMap((product) => options.get(product)?.shippingOptionId ?? []),
    provider
  )
}

export async function complete(shop: Shop, cartId: string) {
  const { api, store } = shop
  return await api.post(`/store/carts/${cartId}/complete`, {}, store)
}

/** What completions have left behind, whoever made them. */
export async function traces(shop: Shop) {
  const [row] = await rows(
    shop.app,
    `select
      (select count(*)::int from "order") as orders,
      (select count(*)::int from reservation_item where deleted_at is null) as reservations,
      (select coalesce(sum(reserved_quantity), 0)::int from inventory_level) as reserved,
      (select count(*)::int from order_set_order) as shares,
      (select count(*)::int from order_cart where deleted_at is null) as cart_links,
      (select count(*)::int from marketplace_order_seller where deleted_at is null) as seller_links,
      (select count(*)::int from settlement_line) as settlement_lines,
      (select count(*)::int from cart where completed_at is not null) as completed,
      (select count(*)::int from payment_collection where deleted_at is null
        and metadata->>'order_set_id' is not null) as share_collections`
  )
  return row
}

export const nothing = {
  orders: 0,
  reservations: 0,
  reserved: 0,
  shares: 0,
  cart_links: 0,
  seller_links: 0,
  settlement_lines: 0,
  completed: 0,
  share_collections: 0,
}

/** The status of the cart's set, and whether money is still to be looked after. */
export async function setOf(shop: Shop, cartId: string) {
  const [row] = await rows(
    shop.app,
    `select id, status, payment_session_id is not null as open, payment_id
     from order_set where cart_id = $1`,
    [cartId]
  )
  return row
}

export async function until<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean
): Promise<T> {
  for (const end = Date.now() + 15_000; ;) {
    const value = await read()
    if (done(value) || Date.now() > end) {
      return value
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
