import type {
  CommissionConditions,
  CommissionRuleRecord,
} from "../../src/modules/commission/types"
import { chargeOrder } from "../../src/workflows/commission/charge-order"
import {
  resolveRule,
  type LineFacts,
} from "../../src/workflows/commission/resolve-rule"
import {
  compileTariff,
  type Tariff,
} from "../../src/workflows/commission/tariff"
import { median, percentile, round, verdict } from "./figures"

const RULES = 10_000
const LINES = 1_000
const GOAL = { atMost: 50, unit: " ms" }

/** Repeatable, so that two runs meet the same tariff. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

const random = randomFrom(1)
const pick = (prefix: string, count: number) => `${prefix}_${random(count)}`

const categoryPath = () => {
  const root = random(20)
  const middle = random(10)
  return [
    `pcat_${root}`,
    `pcat_${root}_${middle}`,
    `pcat_${root}_${middle}_${random(10)}`,
  ]
}

/** What the rules of a marketplace look like, and two tariffs that an index can trip over. */
const tariffs: Record<string, () => CommissionConditions> = {
  "a mix of sellers, products, types and categories": () => {
    switch (random(5)) {
      case 0:
        return { product: [pick("prod", 5_000)] }
      case 1:
        return { seller: [pick("sel", 500)] }
      case 2:
        return { seller: [pick("sel", 500)], product_type: [pick("ptyp", 50)] }
      case 3:
        return { product_category: [categoryPath()[random(3)] ?? ""] }
      default:
        return {
          seller: [pick("sel", 500)],
          product_category: categoryPath(),
          currency: ["eur", "usd"],
        }
    }
  },
  "one seller's rules for every category": () => ({
    seller: ["sel_0"],
    product_category: [categoryPath()[2] ?? ""],
  }),
  "rules of 100 sellers, each for 100 categories": () => ({
    seller: [pick("sel", 100)],
    product_category: [`pcat_${random(100)}`],
    currency: ["eur"],
  }),
}

function rule(
  id: string,
  conditions: CommissionConditions
): CommissionRuleRecord {
  return {
    id,
    version: 1,
    name: id,
    is_default: id === "crul_default",
    is_active: true,
    priority: 0,
    effective_from: null,
    effective_to: null,
    conditions,
    rate: {
      include_tax: false,
      components: [
        { type: "percentage", percentage: "12.5" },
        { type: "fixed", per: "order", amounts: { eur: "0.30", usd: "0.35" } },
      ],
    },
  }
}

const line = (): LineFacts => ({
  seller: pick("sel", 100),
  product: pick("prod", 5_000),
  product_type: pick("ptyp", 50),
  product_collection: pick("pcol", 50),
  product_categories: [categoryPath()],
  sales_channel: "sc_0",
  currency: "eur",
  at: new Date("2026-01-01T00:00:00Z"),
})

/** `npm run bench -- tariff [rounds]`: 1,000 lines against 10,000 rules, in memory. */
export async function benchTariff({
  rounds,
}: {
  rounds: number
}): Promise<void> {
  for (const [name, conditions] of Object.entries(tariffs)) {
    const rules = [
      rule("crul_default", {}),
      ...Array.from({ length: RULES }, (_, index) =>
        rule(`crul_${index}`, conditions())
      ),
    ]
    const lines = Array.from({ length: LINES }, line)
    const compile = time(rounds, () => {
      compileTariff({ version: 1, rules })
    })
    const tariff = compileTariff({ version: 1, rules })
    const resolve = time(rounds, () => {
      lines.forEach((facts) => resolveRule(tariff, facts))
    })
    const charge = time(rounds, () => chargeLines(tariff, lines))
    console.log(name)
    console.log(`  compile ${RULES} rules: ${describe(compile)}`)
    console.log(`  resolve ${LINES} lines: ${describe(resolve)}`)
    console.log(`  resolve and charge them: ${describe(charge)}`)
    const { cpu } = resolve
    console.log(verdict("p95 of resolving", percentile(cpu, 0.95), GOAL))
  }
}

function chargeLines(tariff: Tariff, lines: LineFacts[]): void {
  chargeOrder({
    currency: { code: "eur", digits: 2 },
    items: lines.map((facts, index) => ({
      id: `line_${index}`,
      quantity: 1,
      gross: 1_999n,
      discount_seller: 0n,
      tax: 380n,
      resolution: resolveRule(tariff, facts),
    })),
    shipping: [],
  })
}

/** Milliseconds of each round; `cpu` leaves out what other processes took. */
type Times = { wall: number[]; cpu: number[] }

function time(rounds: number, job: () => void): Times {
  const times: Times = { wall: [], cpu: [] }
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    const before = process.cpuUsage()
    job()
    const { user, system } = process.cpuUsage(before)
    times.cpu.push((user + system) / 1000)
    times.wall.push(performance.now() - started)
  }
  return times
}

function describe({ wall, cpu }: Times): string {
  const figures = (values: number[]) =>
    `p50 ${round(median(values))} ms, p95 ${round(percentile(values, 0.95))} ms`
  return `${figures(cpu)} of processor time (${figures(wall)} by the clock)`
}
