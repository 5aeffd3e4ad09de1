import type { MedusaContainer } from "@medusajs/framework/types"
import { FRESHNESS_MODULE } from "../../modules/freshness"
import type { FreshnessModuleService } from "../../modules/freshness/service"
import { registerSweeper, type SweepCounts } from "../sweeper/registry"

/** Every request that reads from memory reads the whole table: it has to stay small. */
async function mergeChanges(container: MedusaContainer): Promise<SweepCounts> {
  const merged = await container
    .resolve<FreshnessModuleService>(FRESHNESS_MODULE)
    .mergeChanges()
  return { found: merged, mended: merged, failed: 0 }
}

registerSweeper({ name: "noted-changes", sweep: mergeChanges })
