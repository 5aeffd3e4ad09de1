type Dated = { effective_from: Date | null; effective_to: Date | null }

/** A rule that went through JSON (a cache, the input of a workflow), with its times as dates again. */
export function reviveDates<T extends Dated>(rule: T): T {
  const { effective_from, effective_to } = rule
  return {
    ...rule,
    effective_from: effective_from && new Date(effective_from),
    effective_to: effective_to && new Date(effective_to),
  }
}
