import { FRESHNESS_MODULE } from "../../src/modules/freshness"
import type { FreshnessModuleService } from "../../src/modules/freshness/service"
import { sources } from "../../src/modules/freshness/sources"
import { runSweepersWorkflow } from "../../src/workflows/sweeper/run-sweepers"
import type { App } from "../app"
import { rows } from "../rows"
import { openMarket, type Market } from "./market"

/** What the keys of remembered answers are made of. */
export function versions(app: App): void {
  let market: Market
  beforeAll(async () => {
    market = await openMarket(app)
  })

  const read = async () => {
    const found = await app
      .getContainer()
      .resolve<FreshnessModuleService>(FRESHNESS_MODULE)
      .readVersions()
    return new Map(found)
  }
  const changedBy = async (sql: string) => {
    const before = await read()
    await rows(app, sql)
    const after = await read()
    return [...after.keys()].filter((at) => after.get(at) !== before.get(at))
  }

  it("change with every write of a table, whoever writes, and with no write that is undone", async () => {
    const written: string[] = []
    for (const { group, tables } of sources) {
      for (const table of tables) {
        const [found] = await rows(
          app,
          `select count(*)::int as count from "${table}"`
        )
        const [column] = await rows(
          app,
          `select column_name as name from information_schema.columns
           where table_name = $1 and is_generated = 'NEVER' order by ordinal_position limit 1`,
          [table]
        )
        const name = String(column?.name)
        const touch = `update "${table}" set "${name}" = "${name}"`
        const changed = await changedBy(touch)
        expect({ table, changed: changed.length > 0 }).toEqual({
          table,
          changed: found?.count !== 0,
        })
        const groups = new Set(changed.map((scope) => scope.split(":")[0]))
        expect([...groups]).toEqual(changed.length ? [group] : [])
        written.push(...(changed.length ? [table] : []))
        expect(await changedBy(`begin; ${touch}; rollback`)).toEqual([])
      }
    }
    // Empty ones prove nothing; what a shop of one product fills, must be there.
    expect(written).toEqual(
      expect.arrayContaining([
        ...["seller", "product", "product_variant", "shipping_option"],
        ...["marketplace_product_seller", "product_shipping_profile"],
        ...["sales_channel_stock_location", "stock_location", "region"],
      ])
    )
  })

  it("are those of the rows that changed, not of their neighbours", async () => {
    const { thing } = market
    const of = thing.id.slice(-1)
    expect(
      await changedBy(`update product set title = 'X' where id = '${thing.id}'`)
    ).toEqual([`product:${of}`])
  })

  it("stay when their changes are merged", async () => {
    for (let n = 0; n < 30; n++) {
      await changedBy(`update seller set name = 'Bob ${n}'`)
    }
    const before = await read()
    const count = async () => {
      const [row] = await rows(
        app,
        "select count(*)::int as count, count(distinct scope)::int as scopes from freshness_change"
      )
      return row
    }
    const many = await count()
    await runSweepersWorkflow(app.getContainer()).run({
      input: { names: ["noted-changes"] },
    })
    expect(await read()).toEqual(before)
    const few = await count()
    expect(few?.scopes).toBe(many?.scopes)
    expect(Number(few?.count)).toBeLessThan(Number(many?.count) - 20)
  })
}
