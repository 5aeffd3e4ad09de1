import { customer } from "../catalogue/market"
import type { SeededMarket } from "../catalogue/seed"
import { logIn, type Client } from "../http"
import { step } from "../progress"
import { deliver } from "./money"
import { writeReview } from "./review"
import { buy } from "./shopper"

/** A sale that arrived and was reviewed, so that every page has something to show. */
export async function firstSale(
  client: Client,
  { market, admin }: SeededMarket
): Promise<void> {
  const { regionId, publishableKey } = market
  const store = await logIn(
    client.as({ "x-publishable-api-key": publishableKey }),
    "customer",
    customer
  )
  await step(
    `${customer.first_name} buys from every shop, one parcel arrives and is reviewed`,
    async () => {
      const purchase = await buy(store, regionId, leipzig)
      await deliver(admin, purchase)
      await writeReview(store, purchase)
    }
  )
}

/** Where the first parcels of `npm run dev` and `npm run demo` go. */
export const leipzig = {
  address_1: "Könneritzstraße 9",
  postal_code: "04229",
  city: "Leipzig",
  country_code: "de",
}
