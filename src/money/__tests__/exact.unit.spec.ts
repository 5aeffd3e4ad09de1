import { formatDecimal, parseDecimal } from "../decimal"
import { divideHalfEven } from "../divide-half-even"
import {
  exactly,
  formatExact,
  ONE,
  percentageOf,
  roundExact,
  times,
  toQuantity,
} from "../exact"

describe("decimal text", () => {
  it("goes there and back without losing a digit", () => {
    expect(parseDecimal("7.5", 6)).toBe(7_500_000n)
    expect(parseDecimal("0.300", 2)).toBe(30n)
    expect(parseDecimal("-12", 0)).toBe(-12n)
    expect(formatDecimal(7_500_000n, 6)).toBe("7.5")
    expect(formatDecimal(-5n, 2)).toBe("-0.05")
    expect(formatDecimal(0n, 16)).toBe("0")
    expect(formatDecimal(1200n, 0)).toBe("1200")
  })

  it("refuses what is no decimal, or finer than asked for", () => {
    for (const text of ["", ".5", "5.", "1e3", "1,5", " 1", "0.001", "--1"]) {
      expect(() => parseDecimal(text, 2)).toThrow(/decimal number/)
    }
  })
})

describe("rounding", () => {
  it("gives halves to the even neighbour on both sides of zero", () => {
    const halves = [5n, 15n, 25n, 35n, -5n, -15n, -25n]
    expect(halves.map((half) => divideHalfEven(half, 10n))).toEqual([
      0n,
      2n,
      2n,
      4n,
      0n,
      -2n,
      -2n,
    ])
    expect([14n, 16n, -14n, -16n].map((n) => divideHalfEven(n, 10n))).toEqual([
      1n,
      2n,
      -1n,
      -2n,
    ])
  })

  it("happens once, after percentages and quantities were added up exactly", () => {
    const fee = percentageOf(4000n * ONE, "7.5") + times(15n, toQuantity(2.7))
    expect(formatExact(fee, 2)).toBe("3.405")
    expect(roundExact(fee)).toBe(340n)
    expect(roundExact(exactly(340n))).toBe(340n)
    expect(formatExact(percentageOf(1n * ONE, "0.000001"), 2)).toBe(
      "0.0000000001"
    )
  })
})
