/** The value below which `share` (0–1) of the values lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export const median = (values: number[]): number => percentile(values, 0.5)

/** One line of a bench's verdict: the figure, what it should be, and whether it is. */
export function verdict(
  name: string,
  figure: number,
  goal: { atMost: number; unit?: string }
): string {
  const { atMost, unit = "" } = goal
  const met = figure <= atMost ? "met" : "NOT MET"
  return `  ${met.padEnd(8)} ${name}: ${round(figure)}${unit} (goal ≤ ${atMost}${unit})`
}

export const round = (value: number): string =>
  value.toFixed(Number.isInteger(value) ? 0 : 2)
