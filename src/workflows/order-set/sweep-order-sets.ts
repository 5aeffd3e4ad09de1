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
      // Whoever holds the lock is at it, or its lock expires: the next are waiting.
      input: { id, timeout: 0 },
    })
    return result
  } catch (error) {
    // Not an instance of its class: the workflow engine throws a copy.
    const isTaken =
      MedusaError.isMedusaError(error) &&
      error.type === MedusaError.Types.CONFLICT
    if (isTaken) {
      return false
    }
    throw error
  }
}

registerSweeper({ name: "unfinished-order-sets", sweep: sweepOrderSets })
