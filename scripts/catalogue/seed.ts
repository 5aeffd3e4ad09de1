import { logIn, type Client } from "../http"
import { step } from "../progress"
import { customer, operator, sellerShops } from "./market"
import { openMarket, type Market } from "./open-market"
import {
  acceptSeller,
  applyAsSeller,
  stockOperatorShop,
  stockSellerShop,
} from "./open-shop"
import { operatorShop } from "./shops/operator"

export type SeededMarket = { market: Market; admin: Client }

/** Fills an empty marketplace over HTTP, the way its operator, sellers and a first customer would. */
export async function seed(client: Client): Promise<SeededMarket> {
  const admin = await logIn(client, "user", operator)
  const market = await step(
    "the operator sets up region, VAT, categories, promotion",
    () => openMarket(admin)
  )
  await step("the operator stocks its own product", () =>
    stockOperatorShop(admin, operatorShop, market)
  )
  for (const shop of sellerShops) {
    await step(
      `${shop.name} signs up, is accepted, stocks its shop`,
      async () => {
        await acceptSeller(admin, await applyAsSeller(client, shop))
        await stockSellerShop(client, shop, market)
      }
    )
  }
  await step(`${customer.first_name} ${customer.last_name} registers`, () =>
    registerCustomer(client, market)
  )
  return { market, admin }
}

async function registerCustomer(client: Client, market: Market): Promise<void> {
  const { email, password, first_name, last_name } = customer
  const { token } = await client.post<{ token: string }>(
    "/auth/customer/emailpass/register",
    { email, password }
  )
  await client
    .as({
      authorization: `Bearer ${token}`,
      "x-publishable-api-key": market.publishableKey,
    })
    .post("/store/customers", { email, first_name, last_name })
}
