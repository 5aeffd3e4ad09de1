import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { toMinorUnits } from "../../src/money/minor-units"
import { minorDigits } from "../../src/money/scale"
import type { NewSettlementLine } from "../../src/modules/payout/ledger/settlement-rows"
import { chargedOf } from "../../src/modules/payout/postings/settlement"
import type { CommissionRuleRecord } from "../../src/modules/commission/types"
import { compileTariff } from "../../src/workflows/commission/tariff"
import { placedOrders } from "../../src/workflows/order-set/__tests__/placed-orders"
import { randomCart } from "../../src/workflows/order-set/__tests__/random-cart"
import {
  settleSet,
  type SettledCart,
} from "../../src/workflows/order-set/settle-set"
import { splitCart } from "../../src/workflows/order-set/split-cart"
import type { Books } from "../payout-books"

const currencies = ["eur", "jpy", "kwd", "huf"]

export type Proven = {
  orders: number
  refunds: number
  /** Orders that credit paid a part of, or that were free. */
  credited: number
  /** By currency, in minor units: what buyers paid, by money and credit, and did not get back. */
  kept: Record<string, bigint>
}

/**
 * Places random carts with promotions and credit, captures their orders in parts,
 * refunds some of it and cancels some, on the real module with the code that
 * completion runs.
 */
export async function settleAtRandom(
  { service }: Books,
  size: { orders: number; seed: number }
): Promise<Proven> {
  const proven: Proven = { orders: 0, refunds: 0, credited: 0, kept: {} }
  const carts = fc.sample(randomCart, { seed: size.seed, numRuns: size.orders })
  const random = numbersFrom(size.seed)
  for (const [index, drawn] of carts.entries()) {
    const cart = ownPromotions({
      ...{ ...drawn, id: `cart_${index}` },
      currency_code: currencies[index % currencies.length] ?? "eur",
    })
    const { parts, lines } = settle(cart)
    await service.freezeSettlementLines(lines)
    const digits = minorDigits(cart.currency_code)
    const shares = parts.map(({ order, share }) => ({
      order_id: order.id,
      share: toMinorUnits(share, digits),
      ...costOf(lines, order.id),
    }))
    const total = shares.reduce((sum, { share }) => sum + share, 0n)
    if (total > 0n) {
      await service.recordParentCapture({
        ...{ capture_id: `capt_${index}`, provider_id: "pp_x", amount: total },
        currency_code: cart.currency_code,
      })
    }
    for (const one of shares) {
      const back = await payAndRefund(service, { ...one, random })
      proven.orders += 1
      proven.refunds += back.count
      proven.credited += back.credited ? 1 : 0
      proven.kept[cart.currency_code] =
        (proven.kept[cart.currency_code] ?? 0n) + one.cost - back.amount
    }
    if (proven.orders >= size.orders) {
      break
    }
  }
  return proven
}

type Random = (below: bigint) => bigint

type Placed = {
  order_id: string
  share: bigint
  /** What its lines come to: the share and the credit that was used. */
  cost: bigint
  promotion: bigint
}

async function payAndRefund(
  service: Books["service"],
  of: Placed & { random: Random }
): Promise<{ count: number; amount: bigint; credited: boolean }> {
  const { order_id, share, cost, random } = of
  const credited = cost > share || (cost === 0n && of.promotion > 0n)
  const credit = { order_id, amount: cost - share }
  const creditFirst = random(2n) === 0n
  if (credited && creditFirst) {
    await service.recordCredit(credit)
  }
  for (const [part, amount] of capturesOf(share, random).entries()) {
    await service.recordCapture({
      ...{ capture_id: `${order_id}_c${part}`, order_id, amount },
    })
  }
  if (credited && !creditFirst) {
    await service.recordCredit(credit)
  }
  if (random(3n) === 0n) {
    await service.releaseEarnings({ order_id, part: "delivered" })
  }
  const back = { count: 0, amount: 0n }
  while (back.amount < share && random(3n) > 0n && back.count < 4) {
    const left = share - back.amount
    const amount = random(2n) ? left : 1n + random(left)
    await service.recordRefund({
      ...{ refund_id: `${order_id}_r${back.count}`, order_id, amount },
      provider_id: "pp_x",
    })
    back.count += 1
    back.amount += amount
  }
  if (back.amount === share && credited && random(2n) === 0n) {
    await service.recordCreditReturned({ order_id, reason: "canceled" })
    back.amount = cost
  }
  return { ...back, credited }
}

function capturesOf(share: bigint, random: Random): bigint[] {
  const first = share > 0n ? 1n + random(share) : 0n
  return [first, share - first].filter((amount) => amount > 0n)
}

function costOf(
  lines: NewSettlementLine[],
  orderId: string
): Pick<Placed, "cost" | "promotion"> {
  const own = lines.filter(({ order_id }) => order_id === orderId)
  return {
    cost: own.reduce((sum, line) => sum + chargedOf(line), 0n),
    promotion: own.reduce((sum, line) => sum + line.discount_platform, 0n),
  }
}

/** What the books have of each currency, from rows alone, and what is left on `unallocated`. */
export async function booksByCurrency({
  db,
}: Books): Promise<
  Record<string, { kept: bigint; paid: bigint; unallocated: bigint }>
> {
  const { rows } = await db.query(
    `select currency_code,
       sum(balance) filter (where type in ('commission', 'commission_tax', 'tax_payable', 'promo_expense',
         'own_sales', 'pending', 'available', 'reserved'))::text as kept,
       (-sum(balance) filter (where type in ('psp', 'credit')))::text as paid,
       coalesce(sum(balance) filter (where type = 'unallocated'), 0)::text as unallocated
     from ledger_account group by currency_code`
  )
  return Object.fromEntries(
    rows.map((row) => [
      row.currency_code,
      {
        kept: BigInt(row.kept),
        paid: BigInt(row.paid),
        unallocated: BigInt(row.unallocated),
      },
    ])
  )
}

/** The same from the frozen lines and what refunds took of them, without the ledger. */
export async function linesByCurrency({
  db,
}: Books): Promise<Record<string, bigint>> {
  const { rows } = await db.query(
    `select l.currency_code, sum(l.commission + l.commission_tax + l.net
         + case l.tax_remitter when 'platform' then l.tax else 0 end
         - l.discount_platform - coalesce(r.amount, 0))::text as kept
     from settlement_line l
     left join lateral (
       select sum(amount) as amount from refund_allocation a where a.order_id = l.order_id
         and a.line_type = l.line_type and a.line_id = l.line_id) r on true
     group by l.currency_code`
  )
  return Object.fromEntries(
    rows.map(({ currency_code, kept }) => [currency_code, BigInt(kept)])
  )
}

function settle(cart: SettledCart) {
  const { total } = decorateCartTotals(JSON.parse(JSON.stringify(cart)))
  const parts = splitCart(cart, MathBN.gt(total, 0) ? total : 0)
  const orders = placedOrders(parts)
  return { parts, lines: settleSet({ cart, parts, orders }, by) }
}

/** Every other discount is the seller's own. */
function ownPromotions(cart: SettledCart): SettledCart {
  const sellers = new Set(
    (cart.items ?? []).flatMap(({ product }) => product?.seller?.id ?? [])
  )
  return {
    ...cart,
    promotions: [...sellers].map((id) => ({
      id: `promo_${id}`,
      seller: { id },
    })),
    items: cart.items?.map((item, index) => ({
      ...item,
      adjustments: item.adjustments?.map((adjustment) => ({
        ...adjustment,
        promotion_id:
          index % 2 ? `promo_${item.product?.seller?.id}` : "promo_operator",
      })),
    })),
  }
}

const rule: CommissionRuleRecord = {
  ...{ id: "crul_default", version: 1, name: "Default" },
  ...{ is_default: true, is_active: true, priority: 0 },
  ...{ effective_from: null, effective_to: null, conditions: {} },
  rate: {
    include_tax: false,
    components: [{ type: "percentage", percentage: "12.345" }],
    shipping_percentage: "5",
    fee_tax_percentage: "19",
  },
}
const by = {
  tariff: compileTariff({ version: 1, rules: [rule] }),
  at: new Date("2026-01-01T00:00:00Z"),
  tax_remitter: "platform" as const,
}

/** Repeatable numbers from zero to below a limit. */
function numbersFrom(seed: number): Random {
  let state = BigInt(seed) + 1n
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return below > 0n ? (state >> 11n) % below : 0n
  }
}
