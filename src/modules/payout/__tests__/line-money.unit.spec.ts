import type { CommissionReversal, RefundableLine } from "../postings/refunds"
import { divideRefund } from "../postings/refunds"
import { captureLegs } from "../postings/sales"
import type { SettledLine, Slices } from "../postings/settlement"
import { mapSlices, slicesOf, sumSlices } from "../postings/settlement"

const nothing = mapSlices(() => 0n)
const PROPORTIONAL: CommissionReversal = {
  policy: "proportional",
  keptBasisPoints: 0n,
}

/** 99.00 with 9.00 of it tax, commission 10.80. */
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
const order = slicesOf(item)

it("keeps a fifth of the commission when the policy says so, in whatever parts", () => {
  const fee = {
    policy: "proportional_minus_fee",
    keptBasisPoints: 2000n,
  } as const
  const whole = divideRefund(9900n, [{ ...item, before: nothing }], fee)
  expect(sumSlices(whole).commission).toBe(864n)
  const first = divideRefund(3333n, [{ ...item, before: nothing }], fee)
  const before = sumSlices(first)
  const last = divideRefund(6567n, [{ ...item, before }], fee)
  expect(before.commission + sumSlices(last).commission).toBe(864n)
})

it("gives a refund to what came back first, and the rest to what is left of all", () => {
  const line = (line_id: string, due?: bigint): RefundableLine => ({
    ...{ ...item, line_id, before: nothing, due },
  })
  const parts = (amount: bigint, lines: RefundableLine[]) =>
    divideRefund(amount, lines, PROPORTIONAL).map((one) => [
      one.line_id,
      one.amount,
    ])
  const lines = [line("a"), line("b", 4950n)]
  expect(parts(4950n, lines)).toEqual([["b", 4950n]])
  expect(parts(2000n, lines)).toEqual([["b", 2000n]])
  expect(parts(4950n + 1485n, lines)).toEqual([
    ["a", 990n],
    ["b", 4950n + 495n],
  ])
  expect(parts(9900n, [line("a", 99_999n), line("b")])).toEqual([["a", 9900n]])
})

it("does not change what was paid when a change adds a line later", () => {
  const added = slicesOf({
    ...item,
    gross: 2000n,
    discount_seller: 0n,
    tax: 0n,
    commission: 500n,
  })
  const legs = (blocks: Slices[], amount: bigint, before: bigint) =>
    Object.fromEntries(
      captureLegs({ seller_id: "sel_1", blocks, amount, before }).map((leg) => [
        leg.type,
        leg.amount,
      ])
    )
  expect(legs([order], 9900n, 0n)).toMatchObject({ commission: 1080n })
  expect(legs([order, added], 2000n, 9900n)).toEqual({
    ...{ unallocated: -2000n, pending: 1500n, commission: 500n },
  })
  expect(legs([order, added], 100n, 11900n)).toEqual({
    ...{ unallocated: -100n, pending: 100n },
  })
})

it("refuses to give back more than is left", () => {
  const line = { ...item, before: { ...nothing, amount: 9000n } }
  expect(() => divideRefund(901n, [line], PROPORTIONAL)).toThrow(
    "these lines have 900 left"
  )
})
