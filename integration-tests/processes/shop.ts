import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance, AxiosResponse } from "axios"
import { ACQUIRER_PROVIDER_ID, enableAcquirer } from "../acquirer"
import {
  createProduct,
  createSeller,
  createWorld,
  type ProductFixture,
  type SellerFixture,
  type World,
} from "../world"
import type { Stage } from "./stage"

/** Two sellers with a thing of 1.00 each, shipped for 5.00; 19 % tax on everything. */
export type Shop = {
  world: World
  sellers: [SellerFixture, SellerFixture]
  products: Things
}

/** A shop, or a part of one, that a cart is filled from. */
export type Offer = {
  world: World
  sellers: SellerFixture[]
  products: ProductFixture[]
}

export type Things = [ProductFixture, ProductFixture]

export type Cart = {
  id: string
  email: string
  collectionId: string
  sessionId: string
  /** The acquirer's id of the buyer's payment. */
  paymentId: string
}

export async function openShop(stage: Stage): Promise<Shop> {
  const world = await createWorld(stage)
  await enableAcquirer(world)
  const sellers: Shop["sellers"] = [
    await createSeller(world, "Bob's Parts"),
    await createSeller(world, "Alice's Wares"),
  ]
  const shop = { world, sellers }
  return { ...shop, products: await addThings(shop, "Thing") }
}

/** One more product of each seller. */
export async function addThings(
  { world, sellers }: Omit<Shop, "products">,
  title: string,
  stock = 1_000_000
): Promise<Things> {
  const [bob, alice] = sellers
  return [
    await createProduct(world, bob, {
      title: `${title} of Bob`,
      price: 1,
      stock,
    }),
    await createProduct(world, alice, {
      title: `${title} of Alice`,
      price: 1,
      stock,
    }),
  ]
}

/** A code that takes 10.00 off the items, and whose campaign counts how often it was used. */
export async function addPromotion(
  { world }: Pick<Shop, "world">,
  code: string
): Promise<void> {
  await createPromotionsWorkflow(world.container).run({
    input: {
      promotionsData: [
        {
          ...{ code, type: "standard", status: "active" },
          campaign: {
            ...{ name: code, campaign_identifier: code },
            budget: { type: "usage", limit: 1000 },
          },
          application_method: {
            ...{ type: "fixed", target_type: "items", allocation: "across" },
            ...{ value: 10, currency_code: "eur" },
          },
        },
      ],
    },
  })
}

/** The product is from now on made of another one's stock. */
export async function useParts(
  { world }: Pick<Shop, "world">,
  bundle: ProductFixture,
  { part, quantity }: { part: ProductFixture; quantity: number }
): Promise<void> {
  const link = world.container.resolve(ContainerRegistrationKeys.LINK)
  const variant = { [Modules.PRODUCT]: { variant_id: bundle.variantId } }
  const stockOf = ({ inventoryItemId }: ProductFixture) => ({
    [Modules.INVENTORY]: { inventory_item_id: inventoryItemId },
  })
  await link.dismiss({ ...variant, ...stockOf(bundle) })
  await link.create({
    ...{ ...variant, ...stockOf(part) },
    data: { required_quantity: quantity },
  })
}

const address = {
  ...{ first_name: "Clara", last_name: "Braun", address_1: "Lindenweg 4" },
  ...{ city: "Berlin", postal_code: "10115", country_code: "de" },
}

/** A cart over HTTP that only needs to be completed; each e-mail marks the rows of one cart. */
export async function fillCart(
  { world, sellers, products }: Offer,
  buyer: { email: string; quantities: number[]; promoCode?: string }
): Promise<Cart> {
  const { store, regionId } = world
  const post = async (path: string, body: unknown) =>
    ok(await world.api.post(path, body, store))
  const { cart } = await post("/store/carts", {
    region_id: regionId,
    email: buyer.email,
    shipping_address: address,
    billing_address: address,
    items: products.map(({ variantId }, index) => ({
      variant_id: variantId,
      quantity: buyer.quantities[index],
    })),
    promo_codes: buyer.promoCode ? [buyer.promoCode] : [],
  })
  await post(`/store/carts/${cart.id}/shipping-methods/batch`, {
    methods: sellers.map((one) => ({ option_id: one.shippingOptionId })),
  })
  const { payment_collection } = await post("/store/payment-collections", {
    cart_id: cart.id,
  })
  const { payment_collection: paying } = await post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: ACQUIRER_PROVIDER_ID }
  )
  const [session] = paying.payment_sessions
  return {
    ...{ id: cart.id, email: buyer.email, collectionId: paying.id },
    ...{ sessionId: session.id, paymentId: session.data.id },
  }
}

/** The buyer's click, at any server. */
export async function complete(
  { world }: Pick<Shop, "world">,
  api: AxiosInstance,
  cart: Cart
): Promise<AxiosResponse> {
  return await api.post(
    `/store/carts/${cart.id}/complete`,
    {},
    // A killed server answers nothing; that is a result as well.
    { ...world.store, validateStatus: () => true }
  )
}

function ok({ status, data }: AxiosResponse) {
  if (status >= 300) {
    throw new Error(`${status} ${JSON.stringify(data)}`)
  }
  return data
}
