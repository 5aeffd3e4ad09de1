import { stormOfStops, stormOfTerminations } from "../payout-storm/storms"

jest.setTimeout(3_600_000)

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const right = { paid_twice: 0, never_paid: 0, lost: 0, violations: 0 }

it(`keeps the books while a backend is terminated every 25 ms for 60 s (seed ${seed})`, async () => {
  const figures = await stormOfTerminations({ seconds: 60, workers: 4, seed })
  console.table({ "backends terminated": figures })
  expect(figures).toMatchObject(right)
  expect(figures.blows).toBeGreaterThan(1000)
  expect(figures.payouts).toBeGreaterThan(5)
})

it(`keeps the books while PostgreSQL is stopped at once 5 times (seed ${seed})`, async () => {
  const plan = { stops: 5, secondsBetween: 8, workers: 4, seed }
  const figures = await stormOfStops(plan)
  console.table({ "immediate stops": figures })
  expect(figures).toMatchObject({ ...right, blows: 5 })
  expect(figures.payouts).toBeGreaterThan(5)
})
