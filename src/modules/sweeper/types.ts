/** Who wants to run which sweeper. `period` and `lease` in seconds. */
export type Claim = {
  name: string
  owner: string
  period: number
  lease: number
  /** Also when it is not due yet. */
  force?: boolean
}

/** `schedule` is a cron expression in UTC. */
export type PlannedClaim = Omit<Claim, "period"> & { schedule: string }

/** What a run did. `error` holds no personal data. */
export type SweepOutcome = {
  name: string
  owner: string
  found: number
  mended: number
  failed: number
  error: string | null
}
