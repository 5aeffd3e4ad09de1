import { setTimeout as sleep } from "node:timers/promises"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { SWEEPER_MODULE } from "../../src/modules/sweeper"
import type { SweeperModuleService } from "../../src/modules/sweeper/service"
import { registerHealthCheck } from "../../src/workflows/sweeper/health-checks"
import { mendEach } from "../../src/workflows/sweeper/mend-each"
import { registerSweeper } from "../../src/workflows/sweeper/registry"
import { runDueSweepers } from "../../src/workflows/sweeper/run-due-sweepers"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import type { App } from "../app"
import { marketplaceApp } from "../app"
import { createAdmin } from "../operator"
import { locks } from "./locks-suite"
import { schedules, schedulesOfJobs } from "./schedule-suite"

function sweeping({ api, getContainer }: App): void {
  const runs: string[] = []
  let release: () => void = () => undefined

  const logged: string[] = []

  beforeAll(() => {
    const logger = getContainer().resolve(ContainerRegistrationKeys.LOGGER)
    jest.spyOn(logger, "error").mockImplementation((message) => {
      logged.push(String(message))
    })
    registerSweeper({
      name: "spec-counts",
      sweep: (container) => {
        runs.push("counts")
        return mendEach(container, [1, 2, 3], async (one) => {
          if (one === 2) {
            throw new Error(
              "clara@example.com order_01JDEFGHJKMNPQRSTVWXYZ0123"
            )
          }
          return one === 1
        })
      },
    })
    registerSweeper({
      name: "spec-throws",
      sweep: async () => {
        throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Lindenweg 4")
      },
    })
    registerSweeper({
      name: "spec-waits",
      sweep: async () => {
        runs.push("waits")
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return { found: 0, mended: 0, failed: 0 }
      },
    })
  })

  const names = ["spec-counts", "spec-throws"]
  const rowOf = async (name: string) => {
    const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return await db("sweep").where({ name }).first()
  }

  it("counts per sweeper, and a failing one stops nobody", async () => {
    const { result } = await runSweepersWorkflow(getContainer()).run({
      input: { names },
    })
    expect(result).toEqual([
      { name: "spec-counts", ran: true, found: 3, mended: 1, failed: 1 },
      { name: "spec-throws", ran: true, found: 0, mended: 0, failed: 1 },
    ])
    expect(await rowOf("spec-counts")).toMatchObject({
      ...{ found: 3, mended: 1, failed: 1 },
      last_error: "Error order_01JDEFGHJKMNPQRSTVWXYZ0123",
      ...{ lease_owner: null, lease_until: null },
    })
    // The row is kept for ever and shown to operators; the log has the message.
    expect(logged.join()).toMatch(/clara@example.com.*Lindenweg 4/)
    expect((await rowOf("spec-throws")).last_error).toBe(
      "Error unexpected_state"
    )
    await expect(
      runSweepersWorkflow(getContainer()).run({ input: { names: ["nobody"] } })
    ).rejects.toMatchObject({ type: MedusaError.Types.NOT_FOUND })
  })

  it("gives a due turn to one process only, and again a period later", async () => {
    runs.length = 0
    const turn = { period: 1, force: false, names: ["spec-counts"] }
    const container = getContainer()
    const together = await Promise.all(
      Array.from({ length: 10 }, () => runDueSweepers(container, turn))
    )
    expect(together.flat().filter(({ ran }) => ran)).toHaveLength(1)
    expect(runs).toEqual(["counts"])
    expect(await runDueSweepers(container, turn)).toMatchObject([
      { ran: false },
    ])
    await sleep(1100)
    expect(await runDueSweepers(container, turn)).toMatchObject([{ ran: true }])
  })

  it("leaves a sweeper to who runs it now, and takes it over from the dead", async () => {
    runs.length = 0
    const container = getContainer()
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const turn = { period: 1, force: true, names: ["spec-waits"] }
    const first = runDueSweepers(container, turn)
    while (!runs.length) {
      await sleep(10)
    }
    const finishFirst = release
    expect(await runDueSweepers(container, turn)).toMatchObject([
      { ran: false },
    ])
    // A dead process renews no lease.
    await db("sweep")
      .where({ name: "spec-waits" })
      .update({
        lease_until: new Date(Date.now() - 1),
      })
    const second = runDueSweepers(container, turn)
    while (runs.length < 2) {
      await sleep(10)
    }
    const { lease_owner } = await rowOf("spec-waits")
    finishFirst()
    await first
    // Who lost its lease writes nothing over the new owner's row.
    expect((await rowOf("spec-waits")).lease_owner).toBe(lease_owner)
    release()
    expect(await second).toMatchObject([{ ran: true }])
    expect((await rowOf("spec-waits")).lease_owner).toBeNull()
  })

  it("shows operators what ran, what is late and what is wrong", async () => {
    const container = getContainer()
    const admin = await createAdmin(api, container)
    const health = async () =>
      (await api.get("/admin/marketplace/health", admin)).data.health
    expect((await api.get("/admin/marketplace/health")).status).toBe(401)

    const atStart = await health()
    const locksRow = atStart.sweepers.find(
      (one: { name: string }) => one.name === "expired-locks"
    )
    // The start run has been there before anybody asked.
    expect(locksRow).toMatchObject({ overdue: false, failed: 0 })
    expect(locksRow.last_run).not.toBeNull()

    let wrong = 2
    registerHealthCheck({ name: "spec-check", count: async () => wrong })
    registerHealthCheck({
      name: "spec-check-fails",
      count: () => Promise.reject(new Error("clara@example.com")),
    })
    await runSweepersWorkflow(container).run({ input: { names } })
    const service = container.resolve<SweeperModuleService>(SWEEPER_MODULE)
    const [row] = await service.listSweeps({ name: "expired-locks" })
    await service.updateSweeps({
      id: row?.id,
      due_at: new Date(Date.now() - 3_600_000 - 1000),
    })
    const troubled = await health()
    expect(troubled.status).toBe("attention")
    expect(troubled.sweepers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "expired-locks", overdue: true }),
        expect.objectContaining({
          ...{ name: "spec-counts", found: 3, mended: 1, failed: 1 },
          overdue: false,
        }),
        // Never ran since the database was restored.
        expect.objectContaining({
          ...{ name: "spec-waits", last_run: null, overdue: true },
        }),
      ])
    )
    expect(troubled.checks).toEqual(
      expect.arrayContaining([
        { name: "spec-check", count: 2, error: null },
        { name: "spec-check-fails", count: null, error: "Error" },
      ])
    )
    expect(JSON.stringify(troubled)).not.toContain("clara")
    wrong = 0
    expect((await health()).checks).toEqual(
      expect.arrayContaining([{ name: "spec-check", count: 0, error: null }])
    )
  })
}

marketplaceApp(
  { "holding locks": locks, sweeping, "schedules of jobs": schedulesOfJobs },
  { options: { schedules } }
)
