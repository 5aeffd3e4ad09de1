import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { COMMISSION_MODULE } from ".."
import { CommissionRule } from "../models/commission-rule"
import { CommissionRuleVersion } from "../models/commission-rule-version"
import { CommissionTariff } from "../models/commission-tariff"
import type { CommissionModuleService } from "../service"
import type {
  CommissionRate,
  CommissionRuleContent,
  FeeComponent,
} from "../types"

type Runner = {
  service: CommissionModuleService
  MikroOrmWrapper: {
    forkManager: () => {
      execute: (
        sql: string,
        values?: unknown[]
      ) => Promise<Record<string, unknown>[]>
    }
  }
}

const percent = (percentage: string): FeeComponent => ({
  type: "percentage",
  percentage,
})

function content(
  rule: Partial<Omit<CommissionRuleContent, "rate">> & {
    rate?: Partial<CommissionRate>
  } = {}
): CommissionRuleContent {
  return {
    name: "Shoes",
    is_default: false,
    is_active: true,
    priority: 0,
    effective_from: null,
    effective_to: null,
    conditions: { product_type: ["ptyp_shoes"] },
    ...rule,
    rate: { components: [percent("12")], include_tax: false, ...rule.rate },
  }
}

moduleIntegrationTestRunner<CommissionModuleService>({
  moduleName: COMMISSION_MODULE,
  moduleModels: [CommissionRule, CommissionRuleVersion, CommissionTariff],
  resolve: "./src/modules/commission",
  pathToMigrations: `${process.cwd()}/src/modules/commission/migrations`,
  testSuite: ({ service, MikroOrmWrapper }: Runner) => {
    const sql = (statement: string) =>
      MikroOrmWrapper.forkManager().execute(statement)
    const save = (rule: CommissionRuleContent) =>
      service.saveRule({ content: rule, actor_id: "user_1" })

    it("keeps every version of a rule and who made it, and raises the tariff with each change", async () => {
      const before = await service.tariffVersion()
      const created = await save(
        content({
          conditions: { product_type: ["b", "a", "b"], seller: [] },
        })
      )
      expect(created).toMatchObject({
        version: 1,
        conditions: { product_type: ["a", "b"] },
      })
      const updated = await service.saveRule({
        content: content({
          name: "Boots",
          rate: { components: [percent("9")] },
        }),
        saved: { id: created.id, version: 1 },
        actor_id: "user_2",
      })
      expect(updated).toMatchObject({ name: "Boots", version: 2 })
      await service.deleteRule({ id: created.id, actor_id: "user_3" })
      expect((await service.loadTariff()).rules.map(({ id }) => id)).toEqual([
        "crul_default",
      ])
      await service.restoreRule(created.id)
      await service.restoreRule(created.id)
      const tariff = await service.loadTariff()
      expect(tariff.version).toBe(before + 5)
      expect(tariff.rules).toHaveLength(2)
      expect(
        await sql(
          `select version, change, actor_id, content->>'name' as name,
             content#>>'{rate,components,0,percentage}' as percentage
           from commission_rule_version where rule_id = '${created.id}' order by version`
        )
      ).toEqual(
        [
          [1, "created", "user_1", "Shoes", "12"],
          [2, "updated", "user_2", "Boots", "9"],
          [3, "deleted", "user_3", "Boots", "9"],
          [4, "restored", null, "Boots", "9"],
        ].map(([version, change, actor_id, name, percentage]) => ({
          version,
          change,
          actor_id,
          name,
          percentage,
        }))
      )
      await expect(
        sql("update commission_rule_version set version = 9")
      ).rejects.toThrow(/append-only/)
    })

    it("lets one of many parallel changes win, and one of many equal rules be created", async () => {
      const attempts = (count: number, job: () => Promise<unknown>) =>
        Promise.allSettled(Array.from({ length: count }, job)).then((results) =>
          results.map((result) =>
            result.status === "fulfilled" ? "ok" : result.reason.type
          )
        )
      const created = await attempts(8, () => save(content()))
      expect(created.sort()).toEqual([...Array(7).fill("conflict"), "ok"])
      const [rule] = await service.listCommissionRules({ is_default: false })
      const changed = await attempts(8, () =>
        service.saveRule({
          content: content({ name: "Changed" }),
          saved: { id: rule?.id ?? "", version: 1 },
          actor_id: null,
        })
      )
      expect(changed.sort()).toEqual([...Array(7).fill("conflict"), "ok"])
      const rows = await service.listCommissionRules({ is_default: false })
      expect(rows.map(({ name, version }) => [name, version])).toEqual([
        ["Changed", 2],
      ])
      const dated = content({ effective_from: new Date("2026-01-01") })
      expect(await attempts(2, () => save(dated))).toContain("ok")
      expect(await attempts(1, () => save(content({ priority: 5 })))).toEqual([
        "ok",
      ])
      await expect(
        sql(
          `insert into commission_rule (id, name, conditions, rate, scope_hash)
           select 'crul_x', name, conditions, rate, scope_hash
           from commission_rule where not is_default and effective_from is null and priority = 0`
        )
      ).rejects.toThrow(/IDX_commission_rule_scope/)
    })

    it("keeps the default rule by every way", async () => {
      await expect(
        service.deleteRule({ id: "crul_default", actor_id: null })
      ).rejects.toThrow("The default rule cannot be deleted")
      await expect(
        service.softDeleteCommissionRules(["crul_default"])
      ).rejects.toThrow(/cannot be deleted/)
      await expect(
        service.deleteCommissionRules(["crul_default"])
      ).rejects.toThrow(/cannot be deleted/)
      await expect(
        save(content({ is_default: true, conditions: {} }))
      ).rejects.toThrow()
      expect((await service.loadTariff()).rules).toMatchObject([
        { id: "crul_default", rate: { components: [percent("0")] } },
      ])
    })

    it("refuses what could not be charged, naming the field, and writes nothing", async () => {
      const eur = (amount: string) => ({ eur: amount })
      const tiers = (list: object[]) => ({
        rate: {
          components: [
            { type: "tiers", mode: "slice", of: "line", tiers: list },
          ] as FeeComponent[],
        },
      })
      const refusals: [Parameters<typeof content>[0], string][] = [
        [{ conditions: {} }, "conditions"],
        [{ is_default: true }, "conditions"],
        [
          {
            effective_from: new Date("2026-02-01"),
            effective_to: new Date("2026-02-01"),
          },
          "effective_to",
        ],
        ...["101", "-1", "100.000001", "1e2", "7,5", "0.1234567", ""].map(
          (percentage): [Parameters<typeof content>[0], string] => [
            { rate: { components: [percent(percentage)] } },
            "rate.components.0.percentage",
          ]
        ),
        [{ rate: { shipping_percentage: "200" } }, "rate.shipping_percentage"],
        [{ rate: { fee_tax_percentage: "-2" } }, "rate.fee_tax_percentage"],
        [
          {
            rate: {
              components: [
                { type: "fixed", per: "line", amounts: eur("0.305") },
              ],
            },
          },
          "rate.components.0.amounts.eur",
        ],
        [
          {
            rate: {
              components: [{ type: "fixed", per: "line", amounts: {} }],
            },
          },
          "rate.components.0.amounts",
        ],
        [
          {
            rate: {
              components: [
                {
                  type: "fixed",
                  per: "line",
                  amounts: eur("1"),
                  shared_as: "x",
                },
              ],
            },
          },
          "rate.components.0.shared_as",
        ],
        [
          {
            rate: {
              min: { per: "line", amounts: eur("5") },
              max: { per: "line", amounts: eur("4.99") },
            },
          },
          "rate.min.amounts.eur",
        ],
        [
          {
            rate: {
              components: [
                {
                  type: "percentage",
                  percentage: "5",
                  max: { per: "order", amounts: eur("1") },
                },
              ],
            },
          },
          "rate.components.0.max.per",
        ],
        [
          { rate: { min: { per: "unit", amounts: { jpy: "1.5" } } } },
          "rate.min.amounts.jpy",
        ],
        [
          tiers([{ up_to: eur("10"), percentage: "5" }]),
          "rate.components.0.tiers.0.up_to",
        ],
        [
          tiers([{ up_to: null, percentage: "105" }]),
          "rate.components.0.tiers.0.percentage",
        ],
        [tiers([{ up_to: null }]), "rate.components.0.tiers.0"],
        [
          tiers([
            { up_to: eur("10"), percentage: "5" },
            { up_to: eur("10.00"), percentage: "4" },
            { up_to: null, percentage: "3" },
          ]),
          "rate.components.0.tiers.1.up_to.eur",
        ],
      ]
      const before = await service.tariffVersion()
      for (const [rule, field] of refusals) {
        await expect(save(content(rule))).rejects.toMatchObject({
          type: "invalid_data",
          message: expect.stringContaining(`${field}: `),
        })
      }
      expect(await service.tariffVersion()).toBe(before)
      expect(await service.listCommissionRules()).toHaveLength(1)
    })
  },
})
