import { expectNothingLost } from "../random-kills/expect-nothing-lost"

jest.setTimeout(1_800_000)

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const kills = Number(process.env.KILLS ?? 25)

it(`loses and doubles nothing while two servers and a worker are killed ${kills} times (seed ${seed})`, async () => {
  await expectNothingLost({ seed, kills })
})
