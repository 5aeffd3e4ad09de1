import { killAtRandom, type KillPlan } from "./harness"

/** After the sweepers ran everything is there, once, and every law and check holds; prints what happened. */
export async function expectNothingLost(plan: KillPlan): Promise<void> {
  const { figures, quiet, left, faults } = await killAtRandom(plan)
  console.log(`random kills: ${JSON.stringify(figures)}`)
  expect({ quiet, left, ...faults }).toEqual({
    ...{ quiet: { placed: 2, repeated: [] }, left: {} },
    ...{ laws: {}, checks: [], wrongMoney: {}, undocumented: [] },
    ...{ capturedTwice: 0, refundsLost: [], refundsDoubled: [] },
    ...{ payoutsTwice: 0, payoutsNotAtRail: 0 },
    ...{ noticesOfOneThingTwice: 0, noticesNotSent: 0 },
  })
  expect(figures.victims).toHaveLength(plan.kills)
  expect(figures.refunds).toBeGreaterThan(0)
  expect(figures.payouts).toBeGreaterThan(0)
}
