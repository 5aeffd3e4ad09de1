import { customer, promotion } from "../catalogue/market"
import type { Client } from "../http"
import { basket } from "./basket"

export type Address = {
  address_1: string
  postal_code: string
  city: string
  country_code: string
}

export type Purchase = {
  cartTotal: number
  /** Of the buyer's one payment. */
  paymentCollectionId: string
  orderSet: { id: string; display_id: number; total: number }
  orderIds: string[]
}

type Row = { id: string }

/** One shopper's way through the store API: seven calls from an empty cart to placed orders. */
export async function buy(
  store: Client,
  regionId: string,
  to: Address
): Promise<Purchase> {
  const { products } = await store.get<{
    products: { variants: { id: string; sku: string }[] }[]
  }>(`/store/products?limit=100&region_id=${regionId}&fields=*variants`)
  const items = products
    .flatMap(({ variants }) => variants)
    .filter(({ sku }) => basket[sku])
    .map(({ id, sku }) => ({ variant_id: id, quantity: basket[sku] }))
  const { first_name, last_name, email } = customer
  const address = { first_name, last_name, ...to }
  const { cart } = await store.post<{ cart: Row }>("/store/carts", {
    region_id: regionId,
    email,
    shipping_address: address,
    billing_address: address,
  })
  const path = `/store/carts/${cart.id}`
  await store.post(`${path}/line-items/batch`, { items })
  const { groups } = await store.get<{
    groups: { shipping_options: Row[] }[]
  }>(`${path}/shipping-options`)
  await store.post(`${path}/shipping-methods/batch`, {
    methods: groups.map(({ shipping_options: [option] }) => ({
      option_id: option?.id,
    })),
  })
  const { cart: priced } = await store.post<{ cart: { total: number } }>(
    `${path}/promotions`,
    { promo_codes: [promotion.code] }
  )
  return pay(store, cart.id, priced.total)
}

async function pay(
  store: Client,
  cartId: string,
  cartTotal: number
): Promise<Purchase> {
  const { payment_collection } = await store.post<{ payment_collection: Row }>(
    "/store/payment-collections",
    { cart_id: cartId }
  )
  await store.post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: "pp_system_default" }
  )
  const completed = await store.post<{
    type: string
    order_set: Purchase["orderSet"] & { orders: Row[] }
  }>(`/store/carts/${cartId}/complete`)
  if (completed.type !== "order") {
    throw new Error(`The cart was not completed: ${JSON.stringify(completed)}`)
  }
  return {
    cartTotal,
    paymentCollectionId: payment_collection.id,
    orderSet: completed.order_set,
    orderIds: completed.order_set.orders.map(({ id }) => id),
  }
}
