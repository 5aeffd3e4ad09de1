import { customer, sellerShops } from "../catalogue/market"
import { logIn, type Client } from "../http"
import { step } from "../progress"
import type { Checks } from "./checks"
import type { Purchase } from "./shopper"

type Demo = { store: Client; checks: Checks }
type Order = { id: string; seller?: { id: string; name: string } }

/** The buyer says what it thinks of the parcel that arrived, and its seller answers. */
export async function review(
  { store, checks }: Demo,
  purchase: Purchase
): Promise<void> {
  const [shop] = sellerShops
  if (!shop) {
    throw new Error("The first shop is missing")
  }
  await step(`${customer.first_name} reviews ${shop.name}`, async () => {
    const { orders } = await store.get<{ orders: Order[] }>(
      "/store/orders?limit=50&fields=id,*seller"
    )
    const order = orders.find(
      ({ id, seller }) =>
        purchase.orderIds.includes(id) && seller?.name === shop.name
    )
    const made = await store.post<{ review: { id: string } }>(
      "/store/reviews",
      {
        order_id: order?.id,
        reference: "seller",
        reference_id: order?.seller?.id,
        rating: 5,
        customer_note: "Well packed, here in two days.",
      }
    )
    const seller = await logIn(store, "seller", shop.owner)
    await seller.post(`/vendor/sellers/me/reviews/${made.review.id}`, {
      seller_note: "Thank you!",
    })
  })
  const { average, count } = await store.get<{
    average: number
    count: number
  }>(`/store/seller/${shop.handle}/reviews`)
  checks.equal(`${shop.name}: stars of ${count} review`, average, 5)
}
