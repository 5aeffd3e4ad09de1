import type { MedusaContainer } from "@medusajs/framework/types"

export type HealthCheck = {
  /** Unique, kebab-case; says what must not be, e.g. `shares-differ-from-payment`. */
  name: string
  /** How many rows are wrong now; zero is healthy. */
  count: (container: MedusaContainer) => Promise<number>
}

const checks = new Map<string, HealthCheck>()

/** Adds a statement about rows that must always hold; `GET /admin/marketplace/health` asks it. */
export function registerHealthCheck(check: HealthCheck): void {
  checks.set(check.name, check)
}

/** All checks, by name. */
export function listHealthChecks(): HealthCheck[] {
  return [...checks.values()].sort((a, b) => a.name.localeCompare(b.name))
}
