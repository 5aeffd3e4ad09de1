import { ORDER_SET_MODULE } from "../../modules/order-set"
import type { OrderSetModuleService } from "../../modules/order-set/service"
import { registerHealthCheck } from "../sweeper/health-checks"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper } from "../sweeper/registry"
import { announceOrderSetWorkflow } from "./announce-order-set"

registerSweeper({
  name: "unannounced-order-sets",
  sweep: async (container) => {
    const sets = container.resolve<OrderSetModuleService>(ORDER_SET_MODULE)
    return await mendEach(
      container,
      await sets.listUnannounced(),
      async (id) => {
        const { result } = await announceOrderSetWorkflow(container).run({
          input: { id },
        })
        return result
      }
    )
  },
})

registerHealthCheck({
  name: "placed-sets-nobody-heard-of",
  count: async (container) =>
    (
      await container
        .resolve<OrderSetModuleService>(ORDER_SET_MODULE)
        .listUnannounced()
    ).length,
})
