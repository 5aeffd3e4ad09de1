import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "./describe-error"
import type { SweepCounts } from "./registry"

/**
 * Mends one after another and counts; what cannot be mended is logged, counted
 * and left for the next run, and does not keep the others waiting.
 *
 * @param mend - Answers whether it changed anything; `false` when somebody else was faster.
 */
export async function mendEach<T>(
  container: MedusaContainer,
  found: T[],
  mend: (one: T) => Promise<boolean>
): Promise<SweepCounts> {
  const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const counts: SweepCounts = { found: found.length, mended: 0, failed: 0 }
  for (const one of found) {
    try {
      counts.mended += (await mend(one)) ? 1 : 0
    } catch (error) {
      counts.failed += 1
      counts.error = error
      logger.error(`A sweeper could not mend one: ${messageOf(error)}`)
    }
  }
  return counts
}
