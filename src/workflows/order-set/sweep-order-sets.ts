import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { releaseOrderSetWorkflow } from "./release-order-set"

/** Finishes or removes sets that nobody is placing any more, and gives back money of failed ones. */
async function sweepOrderSets(
  container: MedusaContainer
): Promise<SweepCounts> {
  const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
  return await mendEach(
    container,
    await sets.listUnfinished(),
    async (id) => await mend(container, id)
  )
}

async function mend(container: MedusaContainer, id: string): Promise<boolean> {
  try {
    const { result } = await releaseOrderSetWorkflow(container).run({
      input: { id },
    })
    return result
  } catch (error) {
    const isTaken =
      error instanceof MedusaError && error.type === MedusaError.Types.CONFLICT
    if (isTaken) {
      return false
    }
    throw error
  }
}

registerSweeper({ name: "unfinished-order-sets", sweep: sweepOrderSets })
