import { join } from "node:path"
import { customer, sellerShops } from "./catalogue/market"
import { seed, type SeededMarket } from "./catalogue/seed"
import { paymentOf, printAccount, readOrders } from "./demo/account"
import { cents, checkPurchase, Checks, parentPayment } from "./demo/checks"
import { leipzig } from "./demo/first-sale"
import { chargeCommission, payOut } from "./demo/money"
import { showPicture } from "./demo/picture"
import { review } from "./demo/review"
import { buy, type Purchase } from "./demo/shopper"
import { httpClient, logIn, type Client } from "./http"
import { createOperator, startMarketplace } from "./marketplace"
import { runScript, step } from "./progress"
import { freePort } from "./services/process"
import { seconds } from "./test/report"
import { root } from "./test/command"

const graz = {
  address_1: "Sporgasse 12",
  postal_code: "8010",
  city: "Graz",
  country_code: "at",
}

const refundOfOneMug = 21.6

type Demo = SeededMarket & { store: Client; checks: Checks }

/** Nothing is captured yet: every order and its payment are as the cart was. */
async function shop(demo: Demo, to: typeof leipzig): Promise<Purchase> {
  const { admin, store, market, checks } = demo
  const purchase = await step(
    `${customer.first_name} buys from every shop, to ${to.city}`,
    () => buy(store, market.regionId, to)
  )
  const orders = await readOrders(admin, purchase, to.country_code)
  printAccount(`Placed, to ${to.city}:`, purchase, orders)
  await checkPurchase(demo, purchase, orders)
  for (const { order, expected } of orders) {
    const { payment_status } = order
    checks.equal(`${expected.shop}: payment`, payment_status, "authorized")
  }
  return purchase
}

/** One order captured, one captured and partly refunded, one cancelled; the marketplace's own stays as it is. */
async function settle(demo: Demo, purchase: Purchase): Promise<void> {
  const { admin } = demo
  const country = leipzig.country_code
  const [bicycles, ceramics, coffee] = await readOrders(
    admin,
    purchase,
    country
  )
  if (!bicycles || !ceramics || !coffee) {
    throw new Error("An order is missing")
  }
  const payment = (one: typeof bicycles) =>
    `/admin/payments/${paymentOf(one.order).id}`
  await step(`${bicycles.expected.shop} is captured`, () =>
    admin.post(`${payment(bicycles)}/capture`)
  )
  await step(
    `${ceramics.expected.shop} is captured, one mug refunded`,
    async () => {
      await admin.post(`${payment(ceramics)}/capture`)
      await admin.post(`${payment(ceramics)}/refund`, {
        amount: refundOfOneMug,
      })
    }
  )
  await step(`${coffee.expected.shop} is cancelled`, () =>
    admin.post(`/admin/orders/${coffee.order.id}/cancel`)
  )
  await checkSettled(demo, purchase)
}

async function checkSettled(demo: Demo, purchase: Purchase): Promise<void> {
  const { admin, checks } = demo
  const after = await readOrders(admin, purchase, leipzig.country_code)
  printAccount("After that:", purchase, after)
  const statuses = ["captured", "partially_refunded", "canceled", "authorized"]
  after.forEach(({ order, expected }, index) =>
    checks.equal(
      `${expected.shop}: payment`,
      order.payment_status,
      statuses[index]
    )
  )
  const cancelled = after[2]
  checks.equal("the cancelled order", cancelled?.order.status, "canceled")
  const { captures = [], refunds = [] } = await parentPayment(admin, purchase)
  const sum = (rows: { amount: number }[]) =>
    cents(rows.reduce((total, { amount }) => total + amount, 0))
  checks.equal(
    "the buyer was charged once, in full",
    sum(captures),
    cents(purchase.cartTotal)
  )
  checks.equal(
    "the buyer got back the mug and the cancelled order",
    sum(refunds),
    cents(refundOfOneMug) + cents(cancelled?.expected.total ?? 0)
  )
  await checkStock(demo)
}

/** The cancelled order keeps nothing reserved; the second purchase still does. */
async function checkStock({ checks, store }: Demo): Promise<void> {
  const coffeeShop = sellerShops[2]
  if (!coffeeShop) {
    throw new Error("The coffee shop is missing")
  }
  const seller = await logIn(store, "seller", coffeeShop.owner)
  const { inventory_items } = await seller.get<{
    inventory_items: { sku: string; reserved_quantity: number }[]
  }>("/vendor/inventory-items?limit=200&sku=RM-GUJI-250")
  const guji = inventory_items.find(({ sku }) => sku === "RM-GUJI-250")
  checks.equal(
    `${coffeeShop.name}: reserved after the cancellation`,
    guji?.reserved_quantity,
    2
  )
}

void runScript(async (running) => {
  const start = Date.now()
  const isProductionLike = process.argv.includes("--production-like")
  const { servers, databaseUrl } = await startMarketplace(
    {
      ...{ port: await freePort(), isProductionLike },
      // Earnings need no days to become payable, and no minute to be found.
      options: {
        capture: "manual",
        releaseHoldDays: 0,
        sweepPeriodSeconds: 2,
      },
      log: join(root, ".local/demo.log"),
      startOver: "run it again",
    },
    running
  )
  await step("operator account", () => createOperator(databaseUrl))
  const client = httpClient(servers.map(({ baseUrl }) => baseUrl))
  const seeded = await seed(client)
  const key = { "x-publishable-api-key": seeded.market.publishableKey }
  const store = await logIn(client.as(key), "customer", customer)
  const demo = { ...seeded, store, checks: new Checks() }
  if (isProductionLike) {
    await showPicture(demo)
  }
  await step("commission", () => chargeCommission(demo.admin))
  const first = await shop(demo, leipzig)
  await shop(demo, graz)
  await settle(demo, first)
  await payOut(demo, first)
  await review(demo, first)
  const { failed } = demo.checks
  console.log(
    `\n${failed ? `${failed} figures are off` : "Every figure is right"} (${seconds(Date.now() - start)})`
  )
  process.exitCode = failed ? 1 : 0
})
