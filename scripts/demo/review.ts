import { customer } from "../catalogue/market"
import { bicycles as reviewed } from "../catalogue/shops/bicycles"
import { logIn, type Client } from "../http"
import { step } from "../progress"
import type { Checks } from "./checks"
import type { Purchase } from "./shopper"

type Demo = { store: Client; checks: Checks }
type Order = { id: string; seller?: { id: string; name: string } }

/** The buyer says what it thinks of the parcel that arrived, and its seller answers. */
export async function writeReview(
  store: Client,
  purchase: Purchase
): Promise<void> {
  const { name, owner } = reviewed
  const { orders } = await store.get<{ orders: Order[] }>(
    "/store/orders?limit=50&fields=id,*seller"
  )
  const order = orders.find(
    ({ id, seller }) => purchase.orderIds.includes(id) && seller?.name === name
  )
  const made = await store.post<{ review: { id: string } }>("/store/reviews", {
    order_id: order?.id,
    reference: "seller",
    reference_id: order?.seller?.id,
    rating: 5,
    customer_note: "Well packed, here in two days.",
  })
  const seller = await logIn(store, "seller", owner)
  await seller.post(`/vendor/sellers/me/reviews/${made.review.id}`, {
    seller_note: "Thank you!",
  })
}

/** The demo's review, and what shoppers read of it. */
export async function review(
  { store, checks }: Demo,
  purchase: Purchase
): Promise<void> {
  const { name, handle } = reviewed
  await step(`${customer.first_name} reviews ${name}`, () =>
    writeReview(store, purchase)
  )
  const { average, count } = await store.get<{
    average: number
    count: number
  }>(`/store/seller/${handle}/reviews`)
  checks.equal(`${name}: stars of ${count} review`, average, 5)
}
