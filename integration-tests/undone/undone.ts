import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { allRows, changedRows, type AllRows } from "../all-rows"
import type { App } from "../app"
import { withFailingStep } from "../failing-steps"
import { withoutSubscribers } from "../sound-books"

/** More steps than anything has. */
const maximum = 1000

/** What a caller does, over HTTP or by running a workflow, as often as it is called. */
export type Deed = () => Promise<unknown>

export type Example = {
  /** Brings about what the deed needs. */
  prepare: () => Promise<Deed> | Deed
  /** Tables, or one column of a table (`request.failure`), that hold on to something when it fails, and why. */
  keeps?: Record<string, string>
  /** What sweepers do after a run that failed, where the next one waits for it. */
  mend?: () => Promise<unknown>
  /** Why it is done as a whole only, and then once more. */
  whole?: string
}

export type Undone = {
  /** `workflow:step`, in the order in which the undisturbed run came to them. */
  steps: string[]
  /** Whether anything was written. */
  writes: boolean
  again: "same" | "refused" | "another"
}

/**
 * Fails a deed at each of its steps, one run a step, and compares all rows with
 * those before; then does it undisturbed, and once more.
 */
export async function failAtEachStep(
  app: App,
  { prepare, keeps = {}, mend, whole }: Example
): Promise<Undone> {
  const container = app.getContainer()
  // Every failure here is on purpose.
  container.resolve(ContainerRegistrationKeys.LOGGER).setLogLevel?.("silent")
  const deed = await withoutSubscribers(container, async () => await prepare())
  return await withoutSubscribers(container, async () => {
    const before = await allRows(app)
    for (let at = whole ? maximum : 0; ; at++) {
      const run = await withFailingStep(at, () => succeed(deed), "everywhere")
      const rows = await allRows(app)
      if (run.isWhole) {
        expect(run.error).toBeUndefined()
        return {
          steps: run.steps,
          writes: Object.keys(changedRows(before, rows)).length > 0,
          again: await doAgain(app, deed, keeps),
        }
      }
      const failed = run.steps[at]
      const changes = changedRows(without(before, keeps), without(rows, keeps))
      expect({ failed, changes }).toEqual({ failed, changes: {} })
      await mend?.()
    }
  })
}

function without(rows: AllRows, keeps: Record<string, string>): AllRows {
  const left = { ...rows }
  for (const [table = "", column] of Object.keys(keeps).map((name) =>
    name.split(".")
  )) {
    left[table] = column
      ? (left[table] ?? []).map((row) =>
          JSON.stringify({ ...JSON.parse(row), [column]: null })
        )
      : []
  }
  return left
}

/** A refusal says why and writes nothing. */
async function doAgain(
  app: App,
  deed: Deed,
  keeps: Record<string, string>
): Promise<Undone["again"]> {
  const before = await allRows(app)
  const error = await succeed(deed).catch((thrown: unknown) => thrown)
  const rows = await allRows(app)
  const changes = changedRows(without(before, keeps), without(rows, keeps))
  if (error) {
    expect({ refusal: statusOf(error), changes }).toEqual({
      refusal: expect.stringMatching(
        /^(4\d\d|not_|invalid_|conflict|forbidden)/
      ),
      changes: {},
    })
    return "refused"
  }
  return Object.keys(changes).length ? "another" : "same"
}

type Answer = { status: number; data: { message?: string } }

/** Makes an answer that is none an exception, as a workflow's failure is one. */
async function succeed(deed: Deed): Promise<void> {
  const answer = await deed()
  if (isAnswer(answer) && answer.status >= 300) {
    throw Object.assign(new Error(answer.data.message), answer)
  }
}

function isAnswer(value: unknown): value is Answer {
  return !!value && typeof value === "object" && "headers" in value
}

function statusOf(error: unknown): string {
  const { status, type, message } = error as {
    status?: number
    type?: string
    message?: string
  }
  return `${status ?? type} ${message}`
}
