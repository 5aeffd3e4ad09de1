import { proveModel } from "../books-model/prove-model"
import { usePayoutStage } from "../payout-stage"

jest.setTimeout(3_600_000)

const getStage = usePayoutStage()
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it(`says what a model says after 500 sequences of 100 commands (seed ${seed})`, async () => {
  const started = Date.now()
  const size = { sequences: 500, commands: 100, seed, limitSeconds: 3000 }
  const done = await proveModel(getStage().books, size)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.table({ "books against a model": { ...size, done, seconds } })
  expect(done).toBeGreaterThan(25_000)
})
