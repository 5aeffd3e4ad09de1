import { sellerShops, vat } from "../catalogue/market"
import type { SellerShop } from "../catalogue/types"
import { logIn, type Client } from "../http"
import { step } from "../progress"
import { readOrders } from "./account"
import { basket } from "./basket"
import { cents, type Checks } from "./checks"
import type { Purchase } from "./shopper"

/** What the demo's operator charges: percent of the goods without tax, and tax on that. */
export const commission = { percent: 12, tax: 19 }

export const chargeCommission = (admin: Client) =>
  admin.post("/admin/commission/default", {
    name: "Everybody",
    rate: {
      type: "stack",
      components: [{ type: "percentage", percentage: commission.percent }],
      fee_tax_percentage: commission.tax,
    },
  })

type Demo = { admin: Client; store: Client; checks: Checks }

type Balance = Record<
  "pending" | "available" | "reserved" | "in_transit" | "paid",
  number
>

type Order = { id: string; items: { id: string; quantity: number }[] }

const noMoney: Balance = {
  ...{ pending: 0, available: 0, reserved: 0, in_transit: 0, paid: 0 },
}

/** Earnings become available on delivery, one seller is paid, and the books hold. */
export async function payOut(demo: Demo, purchase: Purchase): Promise<void> {
  const { admin, store, checks } = demo
  const [shop, refunded, cancelled] = sellerShops
  if (!shop || !refunded || !cancelled) {
    throw new Error("A shop is missing")
  }
  const sellers = await Promise.all(
    [shop, refunded, cancelled].map(async ({ name, owner }) => ({
      ...{ name, client: await logIn(store, "seller", owner) },
    }))
  )
  const [seller] = sellers
  if (!seller) {
    throw new Error("A seller is missing")
  }
  const earned = earnedBy(shop, "de")
  await step(`${shop.name} ships, its order arrives`, () =>
    deliver(admin, purchase)
  )
  const before = await until(seller.client, ({ available }) => available > 0)
  checks.equal(
    `${shop.name}: available is goods − ${commission.percent} % − VAT on that + shipping`,
    cents(before.available),
    earned
  )
  const { payout } = await step("the payout run", () =>
    pay(admin, seller.client)
  )
  checks.equal(`${shop.name}: the payout`, cents(payout.amount), earned)
  checks.equal(`${shop.name}: the payout is`, payout.status, "paid")
  const after = await balanceOf(seller.client)
  checks.equal(`${shop.name}: paid`, cents(after.paid), earned)
  checks.equal(`${shop.name}: left`, cents(after.available), 0)
  const { pending } = await balanceOf(sellers[2]?.client ?? seller.client)
  checks.equal(`${cancelled.name}: earned of a cancelled order`, pending, 0)
  await printBalances(sellers)
  await checkHealth(demo)
}

/** Cents of a seller's order of the basket, worked out from the catalogue alone. */
function earnedBy(shop: SellerShop, country: string): number {
  const net = (gross: number, percent: number) =>
    Math.round((gross * 100 * 100) / (100 + percent))
  const rates = vat[country] ?? { Goods: 0, Food: 0 }
  const lines = shop.products.flatMap(({ kind, variants }) =>
    variants
      .filter(({ sku }) => basket[sku])
      .map(({ sku, price }) => net(price * (basket[sku] ?? 0), rates[kind]))
  )
  const kept = lines.map((goods) => {
    const fee = Math.round((goods * commission.percent) / 100)
    return goods - fee - Math.round((fee * commission.tax) / 100)
  })
  const shipping = net(shop.shippingPrice, rates.Goods)
  return kept.reduce((total, one) => total + one, shipping)
}

export async function deliver(
  admin: Client,
  purchase: Purchase
): Promise<void> {
  const [found] = await readOrders(admin, purchase, "de")
  const id = found?.order.id ?? ""
  const { order } = await admin.get<{ order: Order }>(
    `/admin/orders/${id}?fields=id,*items`
  )
  const items = order.items.map((item) => ({
    ...{ id: item.id, quantity: item.quantity },
  }))
  await admin.post(`/admin/orders/${id}/fulfillments`, { items })
  const { order: sent } = await admin.get<{
    order: { fulfillments: { id: string }[] }
  }>(`/admin/orders/${id}?fields=fulfillments.id`)
  for (const fulfilment of sent.fulfillments) {
    await admin.post(
      `/admin/orders/${id}/fulfillments/${fulfilment.id}/mark-as-delivered`
    )
  }
}

async function balanceOf(seller: Client): Promise<Balance> {
  const { balances } = await seller.get<{ balances: Balance[] }>(
    "/vendor/balance"
  )
  return balances[0] ?? noMoney
}

/** Sweepers release what is due; a server has a turn every few seconds here. */
async function until(
  seller: Client,
  is: (balance: Balance) => boolean
): Promise<Balance> {
  const end = Date.now() + 60_000
  for (;;) {
    const balance = await balanceOf(seller)
    if (is(balance) || Date.now() > end) {
      return balance
    }
    await new Promise((done) => setTimeout(done, 500))
  }
}

/** By the `manual` provider: the operator pays and says so. */
async function pay(admin: Client, seller: Client) {
  const { payout_account } = await seller.post<{
    payout_account: { seller_id: string }
  }>("/vendor/payout-account")
  const run = await admin.post<{ payout_ids: string[] }>("/admin/payouts/run", {
    seller_id: payout_account.seller_id,
  })
  const id = run.payout_ids[0] ?? ""
  return await admin.post<{ payout: { amount: number; status: string } }>(
    `/admin/payouts/${id}/mark-paid`,
    { reference: "bank transfer 1" }
  )
}

async function printBalances(
  sellers: { name: string; client: Client }[]
): Promise<void> {
  const names = ["pending", "available", "reserved", "paid"] as const
  console.log("\nThe sellers' balances:")
  console.log(`  ${"".padEnd(28)}${names.map((n) => n.padStart(11)).join("")}`)
  for (const { name, client } of sellers) {
    const balance = await balanceOf(client)
    const figures = names.map((one) => balance[one].toFixed(2).padStart(11))
    console.log(`  ${name.padEnd(28)}${figures.join("")}`)
  }
}

async function checkHealth({ admin, checks }: Demo): Promise<void> {
  const { health } = await admin.get<{
    health: { checks: { name: string; count: number | null }[] }
  }>("/admin/marketplace/health")
  const wrong = health.checks.filter(({ count }) => count !== 0)
  checks.equal(
    `all ${health.checks.length} checks of the books and orders are empty`,
    wrong.map(({ name, count }) => `${name}: ${count}`).join(", "),
    ""
  )
}
