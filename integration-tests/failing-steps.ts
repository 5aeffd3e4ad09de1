import { AsyncLocalStorage } from "node:async_hooks"
import {
  PermanentStepFailureError,
  WorkflowManager,
} from "@medusajs/framework/orchestration"

type Root = { hasFinished: () => boolean }

/** One run that is watched: the steps it came to, in order, and the one that fails instead of working. */
type Watched = {
  steps: string[]
  failAt: number
  /** What began first: what runs after its end is no part of it. */
  root?: Root
}

/** What a run came to when its step number `at` failed. */
export type Faulty<T> = {
  /** `workflow:step` of every step it began, the parts' and Medusa's own included; the failed one is at `at`. */
  steps: string[]
  /** It has fewer steps: nothing failed. */
  isWhole: boolean
  result?: T
  error?: unknown
}

const watched = new AsyncLocalStorage<Watched>()
let everywhere: Watched | undefined
const wrapped = new WeakSet<object>()

/** Callers look before they write; by name, as a reading step and a writing one look alike. */
const reads = /^(list|read|retrieve|find|check)-/

export const failedOnPurpose = "This step fails on purpose"

/**
 * Runs a workflow whose step number `at`, counted from 0 through all its parts,
 * throws before it does anything, for good and without a retry. Only what the
 * action itself awaits is counted; `everywhere` counts what any part of the process
 * does meanwhile, and so reaches behind a request: nothing else may run then. The
 * first workflow that writes counts with all that it runs, not what its caller
 * reads before and runs afterwards.
 *
 * @example for (let at = 0; ; at++) { const { isWhole } = await withFailingStep(at, () => w(container).run({ input })) ... }
 */
export async function withFailingStep<T>(
  at: number,
  action: () => Promise<T>,
  reach: "awaited" | "everywhere" = "awaited"
): Promise<Faulty<T>> {
  wrapSteps()
  const run: Watched = { steps: [], failAt: at }
  everywhere = reach === "everywhere" ? run : undefined
  const outcome = await watched
    .run(run, async () => ({ result: await action() }))
    .catch((error: unknown) => ({ error }))
  everywhere = undefined
  // Whatever follows, a subscriber for one, is no part of it.
  run.failAt = -1
  return { ...outcome, steps: [...run.steps], isWhole: run.steps.length <= at }
}

/** Each step of every workflow that is registered by now; one that was wrapped already stays. */
function wrapSteps(): void {
  for (const [id, { handlers_ }] of WorkflowManager.getWorkflows()) {
    for (const [action, handlers] of handlers_) {
      if (!wrapped.has(handlers)) {
        const failing = {
          ...handlers,
          invoke: (input: { transaction: Root }) => {
            fail(`${id}:${action}`, input.transaction)
            return handlers.invoke(input)
          },
        }
        wrapped.add(failing)
        handlers_.set(action, failing)
      }
    }
  }
}

function fail(step: string, within: Root): void {
  const run = watched.getStore() ?? everywhere
  if (!run || run.failAt < 0) {
    return
  }
  if (!run.root && reads.test(step)) {
    return
  }
  run.root ??= within
  if (!run.root.hasFinished() && run.steps.push(step) === run.failAt + 1) {
    throw new PermanentStepFailureError(`${failedOnPurpose}: ${step}`)
  }
}
