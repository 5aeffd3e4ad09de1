import type { App, Suite } from "../../app"
import { allRows, changedRows, type AllRows } from "../../all-rows"
import { eventLog } from "../../event-log"
import { withFailingStep } from "../../failing-steps"
import { rows, type Row } from "../../rows"
import { decide } from "../../sign-up"
import { withoutSubscribers } from "../../sound-books"
import { decideRequestWorkflow } from "../../../src/workflows/request/decide-request"
import { REQUEST_MODULE } from "../../../src/modules/request"
import type { RequestModuleService } from "../../../src/modules/request/service"
import { kindScenes, type Waiting } from "./kind-scenes"

const outcomes = ["accepted", "rejected", "withdrawn"] as const
const names = outcomes.map((outcome) => `request.${outcome}`)

/** What a provider was told stays told; the next acceptance finds it done. */
const kept: Record<string, string[]> = {
  payout_details: ["payout_account", "payout_outbox"],
}

const shapes: Record<string, (row: Row) => Row> = {
  // Why the last decision failed is no part of the comparison.
  request: (row) => ({ ...row, failure: null }),
  // Medusa makes pictures that it puts back anew.
  image: ({ product_id, url, rank }) => ({ product_id, url, rank }),
}

const comparable = (all: AllRows): AllRows =>
  Object.fromEntries(
    Object.entries(all).map(([table, contents]) => [
      table,
      contents.map((row) => {
        const shape = shapes[table]
        return shape ? JSON.stringify(shape(JSON.parse(row))) : row
      }),
    ])
  )

/** Until nothing goes on behind what was done. */
async function quiet(app: App): Promise<void> {
  for (let before = {}, calm = 0; calm < 2;) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const now = await allRows(app)
    calm = Object.keys(changedRows(before, now)).length ? 0 : calm + 1
    before = now
  }
}

/** What holds for the decision of every kind there is. */
export const everyKind: Suite = (app) => {
  const kinds = Object.keys(kindScenes)

  const sceneOf = (kind: string): Promise<Waiting> => {
    const make = kindScenes[kind]
    if (!make) {
      throw new Error(kind)
    }
    return make(app)
  }

  const ask = async (
    { world, id, withdraw }: Waiting,
    outcome: (typeof outcomes)[number]
  ) => await (outcome === "withdrawn" ? withdraw() : decide(world, id, outcome))

  const state = async (id: string) =>
    (
      await rows(app, "select status, failure from request where id = $1", [id])
    )[0]

  const submitterOf = async (id: string) => {
    const { submitter_type: type, submitter_id: actor_id } = await app
      .getContainer()
      .resolve<RequestModuleService>(REQUEST_MODULE)
      .retrieveRequest(id)
    const actor_type =
      type === "customer" ? ("customer" as const) : ("member" as const)
    return { actor_type, actor_id }
  }

  describe.each(kinds)("%s", (kind) => {
    it("of parallel acceptances, refusals and withdrawals exactly one wins, and is told once", async () => {
      const scene = await sceneOf(kind)
      const log = eventLog(scene.world.container, names)
      await log.take()
      const answers = await Promise.all(
        Array.from({ length: 3 }, () => outcomes)
          .flat()
          .map((outcome) => ask(scene, outcome))
      )
      const won = answers.filter(({ status }) => status === 200)
      expect(answers.map(({ status }) => status)).not.toContain(500)
      expect(won).toHaveLength(1)
      const request = await state(scene.id)
      expect(
        await rows(
          app,
          "select to_status from request_change where request_id = $1",
          [scene.id]
        )
      ).toEqual([{ to_status: request?.status }])
      expect((await log.take()).map(({ name }) => name)).toEqual([
        `request.${String(request?.status)}`,
      ])
    })

    it.each(outcomes)(
      "leaves everything as it was when any step of being %s fails, and can be decided after all, once",
      async (outcome) => {
        const { id, world } = await sceneOf(kind)
        const { container } = world
        await quiet(app)
        const by =
          outcome === "withdrawn"
            ? await submitterOf(id)
            : { actor_type: "user" as const, actor_id: "user_1" }
        const run = () =>
          decideRequestWorkflow(container).run({
            input: { id, to: outcome, ...by },
          })
        await withoutSubscribers(container, async () => {
          const before = comparable(await allRows(app))
          let failures = 0
          for (let at = 0; ; at++) {
            const { isWhole, error, steps } = await withFailingStep(at, run)
            if (isWhole) {
              expect(error).toBeUndefined()
              break
            }
            failures += 1
            const now = comparable(await allRows(app))
            const changes = changedRows(before, now)
            for (const table of kept[kind] ?? []) {
              delete changes[table]
            }
            const failed = steps[at]
            expect({ failed, changes }).toEqual({ failed, changes: {} })
            expect((await state(id))?.status).toBe("pending")
          }
          expect(failures).toBeGreaterThan(2)
          expect(await state(id)).toEqual({ status: outcome, failure: null })
          if (outcome === "accepted") {
            expect(
              await rows(app, "select result from request where id = $1", [id])
            ).toEqual([
              { result: { type: expect.any(String), id: expect.any(String) } },
            ])
          }
          const after = await allRows(app)
          await expect(run()).rejects.toMatchObject({ type: "not_allowed" })
          expect(changedRows(after, await allRows(app))).toEqual({})
        })
      }
    )
  })
}
