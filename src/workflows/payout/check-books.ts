import { PAYOUT_MODULE } from "../../modules/payout"
import { invariants } from "../../modules/payout/ledger/invariants"
import type { PayoutModuleService } from "../../modules/payout/service"
import { registerHealthCheck } from "../sweeper/health-checks"

for (const invariant of invariants) {
  registerHealthCheck({
    name: invariant.replaceAll("_", "-"),
    count: async (container) => {
      const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
      return (await payout.checkInvariants([invariant])).length
    },
  })
}
