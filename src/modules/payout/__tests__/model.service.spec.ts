import { proveModel } from "../../../../integration-tests/books-model/prove-model"
import { usePayoutStage } from "../../../../integration-tests/payout-stage"

const getStage = usePayoutStage()
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it(`says what a model says after 15 sequences of 60 commands (seed ${seed})`, async () => {
  const size = { sequences: 15, commands: 60, seed, limitSeconds: 100 }
  expect(await proveModel(getStage().books, size)).toBeGreaterThan(450)
})
