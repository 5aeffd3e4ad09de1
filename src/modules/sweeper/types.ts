/** Who wants to run which sweeper. `period` and `lease` in seconds. */
export type Claim = {
  name: string
  owner: string
  period: number
  lease: number
  /** Also when it is not due yet. */
  force?: boolean
}

/** `next` in seconds: when its schedule has its next turn. */
export type PlannedClaim = Omit<Claim, "period"> & { next: number }

/** What a run did. `error` holds no personal data. */
export type SweepOutcome = {
  name: string
  owner: string
  found: number
  mended: number
  failed: number
  error: string | null
}
