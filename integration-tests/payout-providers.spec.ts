import { PayoutManualProvider } from "../src/modules/payout/payouts/manual-provider"
import { RailPayoutProvider } from "./payout-rail/provider/service"
import { PayoutRail } from "./payout-rail/server"
import { bankFileSuite } from "./providers/bank-file-suite"
import { exampleSuite } from "./providers/example/example-suite"
import { stripeSuite } from "./providers/stripe-suite"
import {
  payoutContract,
  payoutFaultContract,
} from "./providers/payout-contract"

describe("the manual provider", () => {
  const provider = new PayoutManualProvider()
  payoutContract(() => ({
    provider,
    moved: { account_holder: "Bob Miller", iban: "DE02120300000000202051" },
  }))
})

describe("the test rail", () => {
  const rail = new PayoutRail()
  let provider: RailPayoutProvider

  beforeAll(async () => {
    await rail.start()
    provider = new RailPayoutProvider({}, { url: rail.url })
  })
  afterAll(() => rail.stop())

  payoutContract(() => ({ provider }))
  payoutFaultContract(() => ({
    provider,
    executed: (payoutId) => rail.executions().get(payoutId) ?? 0,
    fail: (how) => rail.script.push(how),
  }))
})

describe("files for a bank", bankFileSuite)
describe("Stripe Connect", stripeSuite)
describe("the example of the manual", exampleSuite)
