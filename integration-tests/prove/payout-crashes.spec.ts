import { payUnderKills } from "../payout-crash/harness"

jest.setTimeout(3_600_000)

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const plan = { payouts: 400, kills: 100, seed, deadlineSeconds: 1700 }

it(`pays 400 payouts once each while workers are killed 100 times (seed ${seed})`, async () => {
  const figures = await payUnderKills({ ...plan, mode: "protocol" })
  console.table({ "payouts under SIGKILL": figures })
  expect(figures).toMatchObject({
    ...{ kills: 100, paid_once: 400, paid_twice: 0, never_paid: 0 },
    ...{ open: 0, violations: 0 },
  })
})

it(`catches a naive worker in the same scene paying twice (seed ${seed})`, async () => {
  const figures = await payUnderKills({ ...plan, mode: "naive" })
  console.table({ "naive control": figures })
  expect(figures.paid_twice).toBeGreaterThan(0)
})
