import fc from "fast-check"
import { disputeLegs, reversalLegs } from "../postings/corrections"
import type { RefundableLine } from "../postings/refunds"
import { pspAccount } from "../postings/accounts"
import { divideRefund, refundLegs } from "../postings/refunds"
import { captureLegs, captureParentLegs, releaseLegs } from "../postings/sales"
import type { SettledLine, Slices } from "../postings/settlement"
import {
  chargedOf,
  earningsOf,
  mapSlices,
  slicesOf,
  sumSlices,
} from "../postings/settlement"
import { payoutPaidLegs, payoutReserveLegs } from "../postings/payouts"
import type { Leg } from "../types"

const nothing = mapSlices(() => 0n)
const PROPORTIONAL = { policy: "proportional", keptBasisPoints: 0n } as const
const KEEP = { policy: "keep", keptBasisPoints: 0n } as const

/** Items 100.00, seller discount 10.00, shipping 5.00, tax 9.50, commission 12 % of 90.00. */
const item: SettledLine = {
  line_type: "item",
  line_id: "item_1",
  gross: 10000n,
  discount_seller: 1000n,
  discount_platform: 0n,
  tax: 900n,
  tax_remitter: "platform",
  commission: 1080n,
  commission_tax: 0n,
}
const shipping: SettledLine = {
  ...item,
  line_type: "shipping",
  line_id: "shipping_1",
  gross: 500n,
  discount_seller: 0n,
  tax: 50n,
  commission: 0n,
}
const order = sumSlices([item, shipping].map(slicesOf))

function balances(...postings: Leg[][]): Record<string, bigint> {
  const result: Record<string, bigint> = {}
  for (const { type, amount } of postings.flat()) {
    result[type] = (result[type] ?? 0n) + amount
  }
  return result
}

const sum = (legs: Leg[]) => legs.reduce((all, { amount }) => all + amount, 0n)

describe("the worked example", () => {
  const captured = [
    captureParentLegs("pp_x", 10450n),
    captureLegs({
      seller_id: "sel_1",
      blocks: [order],
      amount: 10450n,
      before: 0n,
    }),
  ]
  const released = releaseLegs("sel_1", 8420n)
  const half = divideRefund(4950n, [{ ...item, before: nothing }], PROPORTIONAL)
  const refund = {
    source: pspAccount("pp_x"),
    seller_id: "sel_1",
    refunded: sumSlices(half),
    liability: "seller",
  } as const
  const refunded = refundLegs({ ...refund, pending_left: 0n })
  const paid = [
    payoutReserveLegs("sel_1", 4460n),
    payoutPaidLegs({ seller_id: "sel_1", provider_id: "pp_x", amount: 4460n }),
  ]

  it("captures 104.50 as 84.20 for the seller, 9.50 tax and 10.80 commission", () => {
    expect(balances(...captured)).toEqual({
      psp: -10450n,
      unallocated: 0n,
      pending: 8420n,
      tax_payable: 950n,
      commission: 1080n,
    })
  })

  it("gives half the items back: 4.50 tax, 5.40 commission, 39.60 of the seller", () => {
    expect(balances(refunded)).toEqual({
      psp: 4950n,
      tax_payable: -450n,
      commission: -540n,
      available: -3960n,
    })
  })

  it("leaves 5.00 tax and 5.40 commission after a payout of 44.60", () => {
    expect(balances(...captured, released, refunded, ...paid)).toEqual({
      psp: -1040n,
      unallocated: 0n,
      pending: 0n,
      available: 0n,
      in_transit: 0n,
      tax_payable: 500n,
      commission: 540n,
    })
  })

  it("takes a refund out of pending money first, and only the rest out of available", () => {
    const legs = refundLegs({ ...refund, pending_left: 3000n })
    expect(balances(legs)).toMatchObject({ pending: -3000n, available: -960n })
  })

  it("keeps the commission, or shares the cost, when the policy says so", () => {
    const kept = divideRefund(4950n, [{ ...item, before: nothing }], KEEP)
    const keeping = refundLegs({
      ...refund,
      refunded: sumSlices(kept),
      pending_left: 0n,
    })
    expect(balances(keeping)).toEqual({
      psp: 4950n,
      tax_payable: -450n,
      available: -4500n,
    })
    const split = refundLegs({
      ...refund,
      pending_left: 0n,
      liability: "split",
    })
    expect(balances(split)).toMatchObject({ available: -1980n, loss: -1980n })
  })
})

it("books the operator's own goods as own sales, refunds and disputes included", () => {
  const slices: Slices = { ...nothing, amount: 1000n, tax: 100n }
  const captured = captureLegs({
    ...{ seller_id: null, blocks: [slices], amount: 1000n, before: 0n },
  })
  const refunded = refundLegs({
    ...{ source: pspAccount("pp_x"), seller_id: null, refunded: slices },
    ...{ pending_left: 0n, liability: "seller" },
  })
  const disputed = disputeLegs({
    ...{ provider_id: "pp_x", seller_id: null, amount: 70n },
    liability: "seller",
  })
  expect(balances(captured)).toMatchObject({
    own_sales: 900n,
    tax_payable: 100n,
  })
  expect(balances(captured, refunded)).toMatchObject({
    own_sales: 0n,
    tax_payable: 0n,
  })
  expect(balances(disputed)).toEqual({ psp: 70n, loss: -70n })
})

it("gives a platform-funded discount to the seller and takes it back with the refund", () => {
  const line = { ...item, discount_platform: 500n, before: nothing }
  const slices = slicesOf(line)
  const captured = captureLegs({
    ...{ seller_id: "sel_1", blocks: [slices] },
    ...{ amount: slices.amount, before: 0n },
  })
  expect(balances(captured)).toMatchObject({
    pending: 7920n,
    promo_expense: -500n,
  })
  const all = divideRefund(slices.amount, [line], PROPORTIONAL)
  const refunded = refundLegs({
    ...{ source: pspAccount("pp_x"), seller_id: "sel_1" },
    pending_left: 7920n,
    ...{ refunded: sumSlices(all), liability: "seller" },
  })
  expect(balances(captured, refunded)).toEqual({
    ...{ unallocated: -slices.amount, psp: slices.amount },
    ...{ pending: 0n, promo_expense: 0n, commission: 0n, tax_payable: 0n },
  })
})

describe("any order", () => {
  const amounts = (max: bigint) => fc.bigInt({ min: 0n, max })
  const line = fc
    .record({
      gross: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      seller: amounts(300n),
      platform: amounts(300n),
      tax: amounts(10n ** 8n),
      commission: amounts(400n),
      remits: fc.boolean(),
    })
    .map(({ gross, seller, platform, tax, commission, remits }) => ({
      ...item,
      gross,
      discount_seller: (gross * seller) / 1000n,
      discount_platform: (gross * platform) / 1000n,
      tax,
      tax_remitter: remits ? ("seller" as const) : ("platform" as const),
      commission: (gross * commission) / 1000n,
      commission_tax: (gross * commission) / 5000n,
    }))
  const lines = fc
    .array(line, { minLength: 1, maxLength: 8 })
    .map((all) => all.map((one, n) => ({ ...one, line_id: `item_${n}` })))
  /** Cuts in per mille of what is left. */
  const cuts = fc.array(fc.bigInt({ min: 1n, max: 999n }), { maxLength: 6 })
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

  function inParts(total: bigint, parts: bigint[]): bigint[] {
    const result: bigint[] = []
    let left = total
    for (const part of parts) {
      const cut = (left * part) / 1000n
      if (cut > 0n) {
        result.push(cut)
        left -= cut
      }
    }
    return left > 0n ? [...result, left] : result
  }

  it(`ends at the whole commission and tax in whatever parts it is captured (seed ${seed})`, () => {
    fc.assert(
      fc.property(lines, cuts, (all, parts) => {
        const whole = sumSlices(all.map(slicesOf))
        let before = 0n
        const postings = inParts(whole.amount, parts).map((amount) => {
          const legs = captureLegs({
            ...{ seller_id: "sel_1", blocks: [whole], amount, before },
          })
          before += amount
          expect(sum(legs)).toBe(0n)
          return legs
        })
        const end = balances(...postings)
        expect(end.pending ?? 0n).toBe(earningsOf(whole))
        expect(end.commission ?? 0n).toBe(whole.commission)
        expect(end.tax_payable ?? 0n).toBe(whole.tax)
        expect(end.commission_tax ?? 0n).toBe(whole.commission_tax)
      }),
      { seed, numRuns: 500 }
    )
  })

  it(`is zero everywhere after it is refunded in whatever parts (seed ${seed})`, () => {
    fc.assert(
      fc.property(lines, cuts, (all, parts) => {
        const whole = sumSlices(all.map(slicesOf))
        const captured = captureLegs({
          ...{ seller_id: "sel_1", blocks: [whole] },
          ...{ amount: whole.amount, before: 0n },
        })
        let state: RefundableLine[] = all.map((one) => ({
          ...one,
          before: nothing,
        }))
        let pending = earningsOf(whole)
        const refunds = inParts(whole.amount, parts).map((amount) => {
          const divided = divideRefund(amount, state, PROPORTIONAL)
          const legs = refundLegs({
            ...{ source: pspAccount("pp_x"), seller_id: "sel_1" },
            ...{ refunded: sumSlices(divided), pending_left: pending },
            liability: "seller",
          })
          expect(sum(legs)).toBe(0n)
          pending += balances(legs).pending ?? 0n
          state = state.map((one) => {
            const part = divided.find(({ line_id }) => line_id === one.line_id)
            const before = sumSlices([one.before, part ?? nothing])
            expect(before.amount <= chargedOf(one)).toBe(true)
            return { ...one, before }
          })
          return legs
        })
        const { psp, unallocated, ...rest } = balances(captured, ...refunds)
        expect([psp, unallocated]).toEqual([whole.amount, -whole.amount])
        // What came back before it was earned again may sit in `available`.
        expect((rest.pending ?? 0n) + (rest.available ?? 0n)).toBe(0n)
        expect(rest.commission ?? 0n).toBe(0n)
        expect(rest.tax_payable ?? 0n).toBe(0n)
        expect(rest.commission_tax ?? 0n).toBe(0n)
        expect(rest.promo_expense ?? 0n).toBe(0n)
      }),
      { seed, numRuns: 500 }
    )
  })
})

it("mirrors a posting exactly", () => {
  const legs = payoutReserveLegs("sel_1", 7n)
  expect(balances(legs, reversalLegs(legs))).toEqual({
    available: 0n,
    in_transit: 0n,
  })
})
