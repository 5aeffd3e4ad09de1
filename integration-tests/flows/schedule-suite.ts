import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  runDueSweepers,
  type SweepTurn,
} from "../../src/workflows/sweeper/run-due-sweepers"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import type { App } from "../app"

/** The app's option `schedules`: payouts at six in the morning, UTC. */
export const schedules = { payouts: "0 6 * * *" }

/** A job with a schedule runs at its times, once however many processes there are. */
export function schedulesOfJobs({ getContainer }: App): void {
  const turn: SweepTurn = {
    ...{ period: 60, force: true, names: ["payouts"] },
    bySchedule: true,
  }
  const rowOf = async () => {
    const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return await db("sweep").where({ name: "payouts" }).first()
  }
  const setDue = async (due_at: Date) => {
    const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db("sweep").where({ name: "payouts" }).update({ due_at })
  }
  const hoursTo = (due_at: Date) => (due_at.getTime() - Date.now()) / 3_600_000

  it("waits for its time, also when the plugin starts", async () => {
    expect(await runDueSweepers(getContainer(), turn)).toMatchObject([
      { ran: false },
    ])
    const { due_at, finished_at } = await rowOf()
    expect([due_at.getUTCHours(), due_at.getUTCMinutes()]).toEqual([6, 0])
    expect(hoursTo(due_at)).toBeLessThanOrEqual(24)
    expect(finished_at).toBeNull()
  })

  it("is given to one of ten processes when it is due, and made up for when it was missed", async () => {
    await setDue(new Date(Date.now() - 48 * 3_600_000))
    const turns = await Promise.all(
      Array.from({ length: 10 }, () => runDueSweepers(getContainer(), turn))
    )
    expect(turns.flat().filter(({ ran }) => ran)).toHaveLength(1)
    const { due_at } = await rowOf()
    expect(due_at.getUTCHours()).toBe(6)
    expect(hoursTo(due_at)).toBeGreaterThan(0)
    expect(await runDueSweepers(getContainer(), turn)).toMatchObject([
      { ran: false },
    ])
  })

  it("follows a schedule that was changed to an earlier time", async () => {
    await setDue(new Date(Date.now() + 20 * 24 * 3_600_000))
    expect(await runDueSweepers(getContainer(), turn)).toMatchObject([
      { ran: false },
    ])
    expect(hoursTo((await rowOf()).due_at)).toBeLessThanOrEqual(24)
  })

  it("runs when a person asks, and what is unfinished does not wait for it", async () => {
    const { result } = await runSweepersWorkflow(getContainer()).run({
      input: { names: ["payouts", "unfinished-payouts"] },
    })
    expect(result.map(({ name, ran }) => [name, ran])).toEqual([
      ["payouts", true],
      ["unfinished-payouts", true],
    ])
  })
}
