import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SweepCounts } from "./registry"
import { registerSweeper } from "./registry"

/**
 * Medusa 2.21's Postgres locking provider never hands an expired lock to
 * somebody else, so the rows of a killed process would lock for ever. The table
 * is there only where that provider is used.
 */
async function sweepExpiredLocks(
  container: MedusaContainer
): Promise<SweepCounts> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await db.schema.hasTable("locking"))) {
    return { found: 0, mended: 0, failed: 0 }
  }
  const freed = await db("locking").whereRaw("expiration <= now()").delete()
  return { found: freed, mended: freed, failed: 0 }
}

registerSweeper({ name: "expired-locks", sweep: sweepExpiredLocks })
