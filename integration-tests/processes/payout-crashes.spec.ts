import { payUnderKills } from "../payout-crash/harness"

jest.setTimeout(300_000)

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it(`pays 40 payouts once each while workers are killed 6 times (seed ${seed})`, async () => {
  const figures = await payUnderKills({
    ...{ mode: "protocol", payouts: 40, kills: 6, seed, deadlineSeconds: 280 },
  })
  expect(figures).toMatchObject({
    ...{ kills: 6, paid_once: 40, paid_twice: 0, never_paid: 0 },
    ...{ open: 0, violations: 0 },
  })
})
