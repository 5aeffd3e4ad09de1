import type { App } from "../app"
import { failAtEachStep, type Example } from "./undone"

/** What the whole spec file saw; printed and checked at its end. */
export const tally = {
  workflows: new Set<string>(),
  failures: 0,
  same: 0,
  refused: 0,
  another: 0,
}

/** Nothing of a failed run stays; the undisturbed one is taken down for the last check. */
export async function expectUndone(app: App, example: Example): Promise<void> {
  const { steps, again } = await failAtEachStep(app, example)
  for (const step of steps) {
    tally.workflows.add(step.split(":")[0] ?? "")
  }
  tally.failures += steps.length
  tally[again] += 1
}
