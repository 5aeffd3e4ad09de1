import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { HeldLocks, LockRequest } from "./hold-locks"
import { acquireLocks, releaseLocks } from "./hold-locks"

/**
 * Locks rows by their bare ids and answers what `releaseLocksStep` needs. A
 * failing workflow gives them back too. Unlike Medusa's step it also locks when
 * the workflow runs as a step of another: the outer one must not hold the same
 * keys then.
 *
 * @throws MedusaError CONFLICT (409) when the keys cannot be had in `timeout` seconds.
 * @example
 * const lock = acquireLocksStep({ keys: [input.id] })
 * // ... the work ...
 * releaseLocksStep(lock)
 */
export const acquireLocksStep = createStep(
  "acquire-locks",
  async (request: LockRequest, { container }) => {
    const held = await acquireLocks(container, request)
    return new StepResponse(held, held)
  },
  async (held, { container }) => {
    if (held) {
      await releaseLocks(container, held)
    }
  }
)

/** Gives locks back; put it last. It never fails, so that finished work stays. */
export const releaseLocksStep = createStep(
  "release-locks",
  async (held: HeldLocks, { container }) => {
    await releaseLocks(container, held)
    return new StepResponse(undefined)
  }
)
