import { join } from "node:path"
import type { MarketplaceOptionsInput } from "../../../src/options"
import { PAYOUT_MODULE } from "../../../src/modules/payout"
import type { PayoutModuleService } from "../../../src/modules/payout/service"
import { railOptions } from "../../payout-rail"
import { PayoutRail } from "../../payout-rail/server"
import { FakeStripe, stripeOptions } from "../../stripe/server"
import type { World } from "../../world"

// The app reads its options before any hook, so both have their ports by then.
const railPort = 40_000 + (process.pid % 10_000)
const stripePort = railPort + 10_000

export const rail = new PayoutRail({ instant: true })
export const stripe = new FakeStripe()

/** Both outside worlds, for the tests of one suite. */
export function useOutside(): void {
  beforeAll(async () => {
    await rail.start(railPort)
    await stripe.start(stripePort)
  })
  afterAll(async () => {
    await rail.stop()
    await stripe.stop()
    expect(stripe.violations).toEqual([])
  })
}

const provider = (name: string) =>
  join(__dirname, `../../../src/providers/payout-${name}`)

export const debtor = {
  name: "Marketplace GmbH",
  iban: "DE89370400440532013000",
}

export const options: MarketplaceOptionsInput = {
  payoutProviders: [
    ...(railOptions({ url: `http://127.0.0.1:${railPort}` }).payoutProviders ??
      []),
    {
      ...{ resolve: provider("stripe"), id: "stripe" },
      options: stripeOptions(stripePort),
    },
    {
      ...{ resolve: provider("bank-file"), id: "bank" },
      options: { debtor },
    },
  ],
  payoutAccountProvider: "stripe",
  payoutRetrySeconds: 0.01,
  adjustmentApprovalAbove: 1000,
}

export const payoutsOf = ({ container }: World) =>
  container.resolve<PayoutModuleService>(PAYOUT_MODULE)

/** Gives a seller payable money. @param amount - Minor units of EUR. */
export async function earn(
  world: World,
  seller_id: string,
  amount: bigint
): Promise<void> {
  await payoutsOf(world).proposeAdjustment({
    ...{ seller_id, currency_code: "eur", amount },
    ...{ reason: "opening balance", created_by: "user_1" },
  })
}
