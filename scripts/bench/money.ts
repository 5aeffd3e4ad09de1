import { Client } from "pg"
import { PayoutRail } from "../../integration-tests/payout-rail/server"
import { railOptions } from "../../integration-tests/payout-rail"
import {
  loadPayoutModule,
  migratePayoutModule,
} from "../../integration-tests/payout-module"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { startServices } from "../services"
import { round, verdict } from "./figures"
import { benchPostings, benchSettlement } from "./settlement"

const ORDERS = 1000
const GOAL = { atMost: 10, unit: " s" }
const lanes = 4

/** `npm run bench -- money [rounds]`: settlement, postings, and 1,000 orders of 1,000 sellers are posted, released and paid out. */
export async function benchMoney({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  const services = await startServices({ postgres: {} })
  const rail = await new PayoutRail({ instant: true }).start()
  const url = services.urls.postgres ?? ""
  try {
    await migratePayoutModule(url)
    await benchSettlement(url, rounds)
    await benchPostings(url, rounds)
    const options = railOptions({ url: rail.url })
    const { service, close } = await loadPayoutModule(url, options)
    const post = await time(() => each(ORDERS, (n) => earn(service, n)))
    console.log(
      `  ${ORDERS} orders of ${ORDERS} sellers, one lane of four each`
    )
    console.log(
      `  4 postings an order: ${round(post)} s, ${round((4 * ORDERS) / post)} a second`
    )
    const reserve = await time(async () => {
      const run = await service.reserveDuePayouts()
      if (run.payout_ids.length !== ORDERS) {
        throw new Error(`Only ${run.payout_ids.length} payouts were reserved`)
      }
    })
    const send = await time(() => service.sendPayouts())
    console.log(`  reserved in ${round(reserve)} s, sent in ${round(send)} s`)
    await ensurePaid(url, service)
    console.log(verdict("payouts of 1,000 due orders", reserve + send, GOAL))
    await close()
  } finally {
    await rail.stop()
    await services.stop()
  }
}

async function earn(service: PayoutModuleService, n: number): Promise<void> {
  const seller_id = `sel_${n}`
  const order_id = `order_${n}`
  const money = { amount: 10_000n, currency_code: "eur", provider_id: "pp" }
  await service.syncPayoutAccount({ seller_id, provider_id: "rail" })
  await service.freezeSettlementLines([
    {
      ...{ order_id, seller_id, origin: "placement", currency_code: "eur" },
      ...{ line_type: "item", line_id: "item_1", gross: 10_000n },
      ...{ discount_seller: 0n, discount_platform: 0n, tax: 0n },
      ...{ tax_remitter: "platform", commission: 1000n, commission_tax: 0n },
      ...{ rule_id: null, rule_version: null, explain: {} },
    },
  ])
  const capture = { ...money, capture_id: `cap_${n}`, order_id }
  await service.recordParentCapture(capture)
  await service.recordCapture(capture)
  await service.releaseEarnings({ order_id, part: "all" })
}

async function each(
  count: number,
  job: (n: number) => Promise<void>
): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      await job(n)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function ensurePaid(
  url: string,
  service: PayoutModuleService
): Promise<void> {
  const db = new Client({ connectionString: url })
  await db.connect()
  const { rows } = await db.query(
    "select count(*)::int as n from payout where status = 'paid'"
  )
  await db.end()
  const violations = await service.checkInvariants()
  if (rows[0].n !== ORDERS || violations.length) {
    throw new Error(
      `${rows[0].n} payouts are paid, ${violations.length} invariants do not hold`
    )
  }
}

async function time(job: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await job()
  return (performance.now() - started) / 1000
}
