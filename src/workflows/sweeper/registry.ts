import type { MedusaContainer } from "@medusajs/framework/types"

/** What one run of a sweeper did. `failed` are those that it found but could not mend. */
export type SweepCounts = {
  found: number
  mended: number
  failed: number
  /** What the last failure was, when the sweeper itself caught it. */
  error?: unknown
}

export type Sweeper = {
  /** Unique, kebab-case, e.g. `placing-order-sets`. */
  name: string
  /**
   * Derives from rows what was left undone, and does it. Must be harmless when
   * two processes run it at once, and must leave young work alone.
   */
  sweep: (container: MedusaContainer) => Promise<SweepCounts>
}

const sweepers = new Map<string, Sweeper>()

/**
 * Adds a sweeper: it runs when the app starts and every `sweepPeriodSeconds`
 * after, in one process at a time. Call it once, when its file loads. A second
 * one of the same name replaces the first (hot reload).
 *
 * @example registerSweeper({ name: "expired-locks", sweep: sweepExpiredLocks })
 */
export function registerSweeper(sweeper: Sweeper): void {
  sweepers.set(sweeper.name, sweeper)
}

/** All sweepers, by name. */
export function listSweepers(): Sweeper[] {
  return [...sweepers.values()].sort((a, b) => a.name.localeCompare(b.name))
}
