import type { MedusaContainer } from "@medusajs/framework/types"
import { TRANSFER_MODULE } from "../../modules/transfer"
import type { TransferModuleService } from "../../modules/transfer/service"
import { mendEach } from "../sweeper/mend-each"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"
import { runTransferWorkflow } from "./run-transfer"

/** Whoever heard of it has begun by then. */
const graceSeconds = 10
const batch = 20

/** Goes on with what was never begun, or broke off. */
async function sweepTransfers(
  container: MedusaContainer
): Promise<SweepCounts> {
  const young = new Date(Date.now() - graceSeconds * 1000)
  const transfers = await container
    .resolve<TransferModuleService>(TRANSFER_MODULE)
    .listTransfers(
      {
        status: ["pending", "running"],
        created_at: { $lt: young },
        $or: [{ lease_until: null }, { lease_until: { $lt: new Date() } }],
      },
      { select: ["id"], take: batch, order: { id: "ASC" } }
    )
  return await mendEach(container, transfers, async ({ id }) => {
    const { result } = await runTransferWorkflow(container).run({
      input: { id },
    })
    return Boolean(result)
  })
}

registerSweeper({ name: "unfinished-transfers", sweep: sweepTransfers })
