import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ACQUIRER_PROVIDER_ID, enableAcquirer } from "./acquirer"
import type { App } from "./app"
import {
  createProduct,
  createSeller,
  createWorld,
  readyCart,
  type ProductFixture,
  type SellerFixture,
  type World,
} from "./world"

export type Market = World & {
  bob: SellerFixture
  alice: SellerFixture
  /** Goods of the operator itself; linked to no seller. */
  house: SellerFixture
  bolt: ProductFixture
  nut: ProductFixture
  tea: ProductFixture
  bag: ProductFixture
}

/** Two sellers and the operator with goods, and a region that pays at the acquirer. */
export async function createMarket(app: App): Promise<Market> {
  const world = await createWorld(app)
  await enableAcquirer(world)
  const bob = await createSeller(world, "Bob's Parts")
  const alice = await createSeller(world, "Alice's Tea", 7)
  const house = await createSeller(world, "House", 3)
  const bolt = await createProduct(world, bob, { title: "Bolt", price: 10 })
  const nut = await createProduct(world, bob, { title: "Nut", price: 4 })
  const tea = await createProduct(world, alice, { title: "Tea", price: 12.5 })
  const bag = await createProduct(world, house, { title: "Bag", price: 9.99 })
  const link = world.container.resolve(ContainerRegistrationKeys.LINK)
  const owned = { seller: { seller_id: house.id } }
  await link.dismiss([
    { [Modules.PRODUCT]: { product_id: bag.id }, ...owned },
    {
      [Modules.INVENTORY]: { inventory_item_id: bag.inventoryItemId },
      ...owned,
    },
    {
      [Modules.FULFILLMENT]: { shipping_option_id: house.shippingOptionId },
      ...owned,
    },
    {
      [Modules.FULFILLMENT]: { shipping_profile_id: house.shippingProfileId },
      ...owned,
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: house.stockLocationId },
      ...owned,
    },
  ])
  return { ...world, bob, alice, house, bolt, nut, tea, bag }
}

export type PlacedOrder = {
  id: string
  seller_key: string
  /** Major units. */
  share: number
  payment_id: string
  payment_collection_id: string
}

export type PlacedSet = {
  id: string
  status: string
  payment_id: string
  /** The payment's id at the acquirer. */
  acquirer_id: string
  bob: PlacedOrder
  alice: PlacedOrder
  house: PlacedOrder
  orders: PlacedOrder[]
}

/** A cart of 2 bolts, 3 teas and a bag that is ready to complete: 3 orders. */
export async function readyMarketCart(
  market: Market,
  provider = ACQUIRER_PROVIDER_ID
): Promise<string> {
  const { bob, alice, house, bolt, tea, bag } = market
  return await readyCart(
    market,
    [
      { variantId: bolt.variantId, quantity: 2 },
      { variantId: tea.variantId, quantity: 3 },
      { variantId: bag.variantId, quantity: 1 },
    ],
    [bob, alice, house].map((one) => one.shippingOptionId),
    provider
  )
}

export async function complete(market: Market, cartId: string) {
  return await market.api.post(
    `/store/carts/${cartId}/complete`,
    {},
    market.store
  )
}

/** Places the cart over the store route and reads what became of it. */
export async function placeSet(
  market: Market,
  provider?: string
): Promise<PlacedSet> {
  const cartId = await readyMarketCart(market, provider)
  const { status, data } = await complete(market, cartId)
  if (status !== 200 || data.type !== "order") {
    throw new Error(`${status} ${JSON.stringify(data)}`)
  }
  return await readSet(market, cartId)
}

export async function readSet(
  market: Market,
  cartId: string
): Promise<PlacedSet> {
  const db = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(
    `select s.id, s.status, s.payment_id, p.data ->> 'id' as acquirer_id
     from order_set s left join payment p on p.id = s.payment_id where s.cart_id = ?`,
    [cartId]
  )
  const { rows: orders } = await db.raw(
    `select order_id as id, seller_key, share::float as share, payment_id, payment_collection_id
     from order_set_order where order_set_id = ?`,
    [rows[0].id]
  )
  const of = (key: string) =>
    orders.find((one: PlacedOrder) => one.seller_key === key)
  return {
    ...rows[0],
    orders,
    bob: of(market.bob.id),
    alice: of(market.alice.id),
    house: of("operator"),
  }
}
