import { Client } from "pg"
import { loadPayoutModule } from "../../integration-tests/payout-module"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import type { CommissionRuleRecord } from "../../src/modules/commission/types"
import { compileTariff } from "../../src/workflows/commission/tariff"
import {
  settleSet,
  type SetToSettle,
} from "../../src/workflows/order-set/settle-set"
import { splitCart } from "../../src/workflows/order-set/split-cart"
import { median, percentile, round, verdict } from "./figures"

const sellerCounts = [1, 3, 10]
const linesPerSeller = 2
const warmUps = 3

/**
 * What freezing adds to a completion, in turns with the same cart without it:
 * the split is done either way, the settlement and its insert once.
 */
export async function benchSettlement(
  url: string,
  rounds: number
): Promise<void> {
  const { service, close } = await loadPayoutModule(url)
  const counter = new Client({ connectionString: url })
  await counter.connect()
  try {
    await counter.query("create extension if not exists pg_stat_statements")
    for (const sellers of sellerCounts) {
      const before = await inserts(counter)
      const times = await settleInTurns(service, sellers, rounds)
      const calls = (await inserts(counter)) - before
      report(sellers, times, calls / (rounds + warmUps))
    }
  } finally {
    await counter.end()
    await close()
  }
}

type Times = { without: number[]; withIt: number[] }

async function settleInTurns(
  service: PayoutModuleService,
  sellers: number,
  rounds: number
): Promise<Times> {
  const times: Times = { without: [], withIt: [] }
  for (let turn = -warmUps; turn < rounds; turn++) {
    const cart = cartOf(sellers, String(turn))
    const start = performance.now()
    const parts = splitCart(cart, totalOf(sellers))
    const split = performance.now()
    await service.freezeSettlementLines(
      settleSet({ cart, parts, orders: ordersOf(parts) }, by)
    )
    if (turn >= 0) {
      times.without.push(split - start)
      times.withIt.push(performance.now() - start)
    }
  }
  return times
}

function report(
  sellers: number,
  { without, withIt }: Times,
  statements: number
): void {
  const added = median(withIt) - median(without)
  console.log(
    `  ${sellers} sellers, ${sellers * (linesPerSeller + 1)} lines: p50 ${round(median(without))} → ${round(median(withIt))} ms, p95 ${round(percentile(without, 0.95))} → ${round(percentile(withIt, 0.95))} ms`
  )
  console.log(
    verdict("added by settlement, p50", added, { atMost: 5, unit: " ms" })
  )
  console.log(verdict("inserts a completion", statements, { atMost: 1 }))
}

/** Captures as a sweeper posts them, many in a transaction; then each of three kinds by itself. */
export async function benchPostings(
  url: string,
  rounds: number
): Promise<void> {
  const { service, close } = await loadPayoutModule(url)
  try {
    const count = Math.max(rounds, 20) * 10
    await postTogether(service, await freezeOrders(service, count))
    await postApart(service, await freezeOrders(service, count))
  } finally {
    await close()
  }
}

const psp = { provider_id: "pp_x", currency_code: "eur" }

const captureOf = (order_id: string) => ({
  ...{ capture_id: `capt_${order_id}`, order_id, ...psp },
  amount: BigInt(Math.round(totalOf(1) * 100)),
})

async function postTogether(
  service: PayoutModuleService,
  orders: string[]
): Promise<void> {
  const what = "captures, 100 in a transaction"
  await timePostings(2 * orders.length, what, async () => {
    for (let from = 0; from < orders.length; from += 50) {
      const some = orders.slice(from, from + 50).map(captureOf)
      await service.recordCaptures({ parents: some, captures: some })
    }
  })
}

async function postApart(
  service: PayoutModuleService,
  orders: string[]
): Promise<void> {
  const what = "captures and refunds, each by itself"
  await timePostings(3 * orders.length, what, async () => {
    for (const capture of orders.map(captureOf)) {
      const { order_id, provider_id, amount } = capture
      await service.recordParentCapture(capture)
      await service.recordCapture(capture)
      await service.recordRefund({
        ...{ refund_id: `ref_${order_id}`, order_id, provider_id },
        amount: amount / 3n,
      })
    }
  })
}

async function freezeOrders(
  service: PayoutModuleService,
  count: number
): Promise<string[]> {
  const orders: string[] = []
  while (orders.length < count) {
    const cart = cartOf(1, `postings_${orders.length}`)
    const parts = splitCart(cart, totalOf(1))
    await service.freezeSettlementLines(
      settleSet({ cart, parts, orders: ordersOf(parts) }, by)
    )
    orders.push(...parts.map(({ order }) => order.id))
  }
  return orders
}

async function timePostings(
  count: number,
  what: string,
  post: () => Promise<void>
): Promise<void> {
  const start = performance.now()
  await post()
  const seconds = (performance.now() - start) / 1000
  console.log(
    `  ${count} ${what}, in ${round(seconds)} s: ${round(count / seconds)} a second`
  )
}

async function inserts(counter: Client): Promise<number> {
  const { rows } = await counter.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements s
     join pg_database d on d.oid = s.dbid and d.datname = current_database()
     where query ilike '%settlement_line%' and query not ilike '%pg_stat%'`
  )
  return Number(rows[0]?.calls)
}

const totalOf = (sellers: number) =>
  Math.round(sellers * (linesPerSeller * 2 * 9.99 + 5) * 1.19 * 100) / 100

function cartOf(sellers: number, id: string): SetToSettle["cart"] {
  const tax_lines = [{ code: "VAT", rate: 19 }]
  return {
    id: `cart_${id}`,
    currency_code: "eur",
    items: Array.from({ length: sellers * linesPerSeller }, (_, n) => ({
      id: `item_${n}`,
      title: `Item ${n}`,
      quantity: 2,
      unit_price: 9.99,
      tax_lines,
      product: { id: `prod_${n}`, seller: { id: `sel_${n % sellers}` } },
      variant: { id: `variant_${n}`, product: { id: `prod_${n}` } },
    })),
    shipping_methods: Array.from({ length: sellers }, (_, n) => ({
      id: `sm_${n}`,
      name: "Parcel",
      amount: 5,
      tax_lines,
      shipping_option: { seller: { id: `sel_${n}` } },
    })),
  }
}

/** What Medusa answers of created orders. */
function ordersOf(parts: SetToSettle["parts"]) {
  const orders: unknown = parts.map(({ order }) => ({
    ...order,
    items: order.items?.map((item, n) => ({ ...item, id: `${order.id}i${n}` })),
    shipping_methods: order.shipping_methods?.map((method, n) => ({
      ...method,
      id: `${order.id}s${n}`,
    })),
  }))
  // The settlement reads nothing that a draft does not have.
  return orders as SetToSettle["orders"]
}

const rules: CommissionRuleRecord[] = [
  {
    ...{ id: "crul_default", version: 1, name: "Default" },
    ...{ is_default: true, is_active: true, priority: 0 },
    ...{ effective_from: null, effective_to: null, conditions: {} },
    rate: {
      include_tax: false,
      components: [{ type: "percentage", percentage: "12.5" }],
    },
  },
]
const by = {
  tariff: compileTariff({ version: 1, rules }),
  at: new Date("2026-01-01T00:00:00Z"),
  tax_remitter: "platform" as const,
}
