import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLocks,
  releaseLocks,
} from "../../src/workflows/locking/hold-locks"
import {
  acquireLocksStep,
  releaseLocksStep,
} from "../../src/workflows/locking/lock-steps"
import type { App } from "../app"

const conflict = { type: MedusaError.Types.CONFLICT }

const workStep = createStep(
  "sweeper-spec-work",
  async ({ fail }: { fail: boolean }) => {
    if (fail) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "the work failed")
    }
    return new StepResponse(undefined)
  }
)

const lockedWorkflow = createWorkflow(
  "sweeper-spec-locked",
  (input: { keys: string[]; fail: boolean }) => {
    const lock = acquireLocksStep({
      keys: input.keys,
      timeout: transform({}, () => 0.2),
      ttl: transform({}, () => 60),
    })
    workStep({ fail: input.fail })
    releaseLocksStep(lock)
    return new WorkflowResponse(lock)
  }
)

const outerWorkflow = createWorkflow(
  "sweeper-spec-outer",
  (input: { keys: string[]; fail: boolean }) =>
    new WorkflowResponse(lockedWorkflow.runAsStep({ input }))
)

/** Needs no data; the app holds locks in memory. */
export function locks({ getContainer }: App): void {
  it("excludes every other owner until the owner releases", async () => {
    const container = getContainer()
    const held = await acquireLocks(container, { keys: ["b", "a", "b"] })
    expect(held.keys).toEqual(["a", "b"])
    const other = { keys: ["c", "b"], timeout: 0.2 }
    await expect(acquireLocks(container, other)).rejects.toMatchObject(conflict)
    // Somebody else's release frees nothing.
    await releaseLocks(container, { ...held, owner_id: "lock_other" })
    await expect(acquireLocks(container, other)).rejects.toMatchObject(conflict)
    // What had been taken before the time-out was given back.
    const c = await acquireLocks(container, { keys: ["c"], timeout: 0 })
    await releaseLocks(container, c)
    await releaseLocks(container, held)
    await releaseLocks(container, await acquireLocks(container, other))
  })

  it("hands over an expired lock, and the late owner cannot take it back", async () => {
    const container = getContainer()
    const late = await acquireLocks(container, { keys: ["late"], ttl: 1 })
    await sleep(1100)
    const next = await acquireLocks(container, { keys: ["late"], timeout: 1 })
    await releaseLocks(container, late)
    await expect(
      acquireLocks(container, { keys: ["late"], timeout: 0 })
    ).rejects.toMatchObject(conflict)
    await releaseLocks(container, next)
  })

  it("releases after success and after failure, as a step of another workflow too", async () => {
    const container = getContainer()
    for (const workflow of [lockedWorkflow, outerWorkflow]) {
      for (const fail of [false, true]) {
        const { errors } = await workflow(container).run({
          input: { keys: ["x", "y"], fail },
          throwOnError: false,
        })
        expect(errors).toHaveLength(fail ? 1 : 0)
        const free = await acquireLocks(container, {
          keys: ["x", "y"],
          timeout: 0,
        })
        const { errors: refused } = await workflow(container).run({
          input: { keys: ["w", "y"], fail: false },
          throwOnError: false,
        })
        expect(refused[0]?.error).toMatchObject(conflict)
        await releaseLocks(container, free)
      }
    }
  })

  it("excludes Medusa's own cart workflows by the cart's bare id", async () => {
    const container = getContainer()
    const held = await acquireLocks(container, { keys: ["cart_x"] })
    await expect(
      container
        .resolve(Modules.LOCKING)
        .execute("cart_x", async () => undefined, { timeout: 1 })
    ).rejects.toThrow(/Timed-out/)
    await releaseLocks(container, held)
  })

  it("keeps finished work when the lock service is away at the release", async () => {
    const container = getContainer().createScope() as MedusaContainer
    const held = await acquireLocks(container, { keys: ["gone"], ttl: 1 })
    const away = () => Promise.reject(new Error("connection lost"))
    container.register(Modules.LOCKING, {
      resolve: () => ({ release: away }),
    })
    await expect(releaseLocks(container, held)).resolves.toBeUndefined()
  })
}
