import { stormOfStops, stormOfTerminations } from "../payout-storm/storms"

jest.setTimeout(300_000)

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const right = { paid_twice: 0, never_paid: 0, lost: 0, violations: 0 }

it(`keeps the books while backends are terminated for 6 s (seed ${seed})`, async () => {
  const figures = await stormOfTerminations({ seconds: 6, workers: 2, seed })
  expect(figures).toMatchObject(right)
  expect(figures.blows).toBeGreaterThan(50)
  expect(figures.orders).toBeGreaterThan(0)
})

it(`keeps the books while their server is stopped at once (seed ${seed})`, async () => {
  const plan = { stops: 1, secondsBetween: 4, workers: 2, seed }
  const figures = await stormOfStops(plan)
  expect(figures).toMatchObject({ ...right, blows: 1 })
  expect(figures.orders).toBeGreaterThan(0)
})
