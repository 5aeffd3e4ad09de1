import { Modules } from "@medusajs/framework/utils"
import { MarketplaceEvents } from "../../../src/events"
import { PAYOUT_MODULE } from "../../../src/modules/payout"
import { invariants } from "../../../src/modules/payout/ledger/invariants"
import type { PayoutModuleService } from "../../../src/modules/payout/service"
import { runPayoutsWorkflow } from "../../../src/workflows/payout/run-payouts"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import type { App } from "../../app"
import { createAdmin } from "../../operator"
import { rail, useOutside } from "./stage"

/** A run of the workflow, its events, and the books afterwards. */
export function runSuite({ api, getContainer }: App): void {
  useOutside()

  it("pays whom the schedule names, tells it once, and the books stay right", async () => {
    const container = getContainer()
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const heard: unknown[] = []
    const bus = container.resolve(Modules.EVENT_BUS)
    bus.subscribe(MarketplaceEvents.PAYOUT_PAID, async ({ data }) => {
      heard.push(data)
    })
    const sellers = ["sel_anna", "sel_bert", "sel_cleo"]
    for (const seller_id of sellers) {
      const provider_id = seller_id === "sel_cleo" ? "manual" : "rail"
      await payout.syncPayoutAccount({ seller_id, provider_id })
      await payout.proposeAdjustment({
        ...{ seller_id, currency_code: "eur", amount: 5000n },
        ...{ reason: "opening balance", created_by: "user_1" },
      })
    }
    rail.script.push("lost")
    const { result } = await runPayoutsWorkflow(container).run({ input: {} })
    expect(result.payout_ids).toHaveLength(3)
    // On a slow machine the submitted one was asked for again meanwhile.
    const statuses = new Set(result.sent.map(({ status }) => status))
    expect([...statuses].sort()).toEqual(["paid", "submitted", "unknown"])
    const again = await runPayoutsWorkflow(container).run({ input: {} })
    expect(again.result.payout_ids).toEqual([])

    await new Promise((done) => setTimeout(done, 100))
    const sweep = { input: { names: ["payouts", "payout-outbox"] } }
    await runSweepersWorkflow(container).run(sweep)
    await runSweepersWorkflow(container).run(sweep)
    expect([...rail.executions().values()]).toEqual([1, 1])
    const rows = await payout.listPayouts({ id: result.payout_ids })
    const byStatus = (status: string) =>
      rows.filter((row) => row.status === status)
    expect(byStatus("paid")).toHaveLength(2)
    expect(byStatus("submitted")).toHaveLength(1)
    expect(heard).toHaveLength(2)
    expect(heard).toEqual(
      expect.arrayContaining(
        byStatus("paid").map(({ id, seller_id }) => ({ id, seller_id }))
      )
    )

    const admin = await createAdmin(api, container)
    const { data } = await api.get("/admin/marketplace/health", admin)
    const counts = data.health.checks.map(
      ({ name, count }: { name: string; count: number }) => [name, count]
    )
    expect(counts).toEqual(
      expect.arrayContaining(
        invariants.map((name) => [name.replaceAll("_", "-"), 0])
      )
    )
  })
}
