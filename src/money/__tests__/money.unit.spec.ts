import fc from "fast-check"
import { allocate, roundTogether } from "../allocate"
import { fromMinorUnits, toMinorUnits } from "../minor-units"
import { minorDigits } from "../scale"

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
console.info(`money: SEED=${seed}`)

const sum = (parts: bigint[]) => parts.reduce((a, b) => a + b, 0n)
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), {
    minLength: 1,
    maxLength: 20,
  })
  .filter((list) => sum(list) > 0n)

describe("allocate", () => {
  it("hands out left-over units by remainder, then weight, then position", () => {
    expect(allocate(1000n, [1n, 1n, 1n])).toEqual([334n, 333n, 333n])
    expect(allocate(100n, [1n, 2n, 1n, 0n])).toEqual([25n, 50n, 25n, 0n])
    expect(allocate(2n, [1n, 3n])).toEqual([0n, 2n])
    expect(allocate(-1000n, [1n, 1n, 1n])).toEqual([-334n, -333n, -333n])
    expect(allocate(0n, [7n])).toEqual([0n])
  })

  it("refuses weights that say nothing", () => {
    for (const list of [[], [0n, 0n], [2n, -1n]]) {
      expect(() => allocate(1n, list)).toThrow(/weights/)
    }
  })

  it("is exact, within one unit of the quota, and gives zero to zero weights", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        weights,
        (total, list) => {
          const parts = allocate(total, list)
          const whole = sum(list)
          expect(sum(parts)).toBe(total)
          parts.forEach((part, index) => {
            const distance = part * whole - total * (list[index] ?? 0n)
            expect(distance < whole && distance > -whole).toBe(true)
            expect(list[index] === 0n && part !== 0n).toBe(false)
          })
        }
      ),
      { seed, numRuns: 2000 }
    )
  })
})

describe("roundTogether", () => {
  it("keeps every amount within one unit and sums to the rounded sum", () => {
    fc.assert(
      fc.property(weights, (amounts) => {
        const unit = 1000n
        const total = (sum(amounts) + unit / 2n) / unit
        const parts = roundTogether(total, amounts, unit)
        expect(sum(parts)).toBe(total)
        parts.forEach((part, index) => {
          const distance = part * unit - (amounts[index] ?? 0n)
          expect(distance < unit && distance > -unit).toBe(true)
        })
      }),
      { seed, numRuns: 2000 }
    )
  })

  it("treats the amounts as weights when the total is another number", () => {
    expect(roundTogether(10n, [1000n, 3000n], 1000n)).toEqual([2n, 8n])
    expect(roundTogether(1n, [1000n, 3000n], 1000n)).toEqual([0n, 1n])
  })
})

describe("minor units", () => {
  it("knows the digits of ISO 4217, not Medusa's", () => {
    expect(["eur", "JPY", "kwd", "huf", "iqd", "xxz"].map(minorDigits)).toEqual(
      [2, 0, 3, 2, 3, 2]
    )
  })

  it("rounds halves away from zero", () => {
    const cases: [number | string, number, bigint][] = [
      [10.005, 2, 1001n],
      ["-10.005", 2, -1001n],
      ["0.4999999999999999999", 0, 0n],
      [297.5, 3, 297500n],
    ]
    for (const [amount, digits, units] of cases) {
      expect(toMinorUnits(amount, digits)).toBe(units)
    }
  })

  it("goes to a decimal string and back unchanged", () => {
    expect(fromMinorUnits(-5n, 2)).toBe("-0.05")
    expect(fromMinorUnits(5n, 0)).toBe("5")
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 4 }),
        (units, digits) => {
          expect(toMinorUnits(fromMinorUnits(units, digits), digits)).toBe(
            units
          )
        }
      ),
      { seed, numRuns: 500 }
    )
  })
})
