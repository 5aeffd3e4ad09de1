import {
  ContainerRegistrationKeys,
  createMedusaContainer,
} from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import type { Suite } from "../../app"
import { COMMISSION_MODULE } from "../../../src/modules/commission"
import type { CommissionModuleService } from "../../../src/modules/commission/service"
import { currentTariff } from "../../../src/workflows/commission/current-tariff"
import { createBootShop, percentage } from "./boot-shop"

const rules = "/admin/commission/rules"

export const simulationSuite: Suite = (app) => {
  it("explains a hypothetical order by the tariff of that moment, compiled once per change", async () => {
    const { world, seller, boots, shoes, footwear } = await createBootShop(app)
    const { api, admin, container } = world
    const simulate = async (body: object = {}) =>
      await api.post(
        `${rules}/simulate`,
        {
          currency_code: "EUR",
          items: [
            { product_id: boots.id, unit_price: 50, quantity: 2 },
            { unit_price: "0.99", discount_total: 0.49 },
          ],
          shipping: [{ amount: 5 }],
          ...body,
        },
        admin
      )
    const loads = { count: 0 }
    container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .on("query", ({ sql }: { sql: string }) => {
        loads.count += sql.includes("jsonb_agg") ? 1 : 0
      })
    await simulate()
    expect(loads.count).toBeLessThanOrEqual(1)
    loads.count = 0
    await simulate()
    expect(loads.count).toBe(0)

    const create = async (rule: object) =>
      (
        await api.post(
          rules,
          { name: "Rule", is_active: true, rate: percentage(10), ...rule },
          admin
        )
      ).data.commission_rule
    const category = await create({
      conditions: { product_category: [shoes] },
    })
    const bob = await create({
      name: "Bob",
      conditions: { seller: [seller.id] },
      rate: {
        type: "stack",
        include_tax: true,
        shipping_percentage: 10,
        fee_tax_percentage: 19,
        components: [
          { type: "percentage", percentage: "7.5" },
          { type: "fixed", per: "order", amounts: { eur: "0.30" } },
        ],
      },
    })
    const { status, data } = await simulate()
    expect(status).toBe(200)
    expect(loads.count).toBe(1)
    expect(data.simulation).toMatchObject({
      currency_code: "eur",
      commission_total: "8.30",
      fee_tax_total: "1.58",
      lines: [
        {
          line_type: "item",
          index: 0,
          rule_id: bob.id,
          commission: "7.80",
          fee_tax: "1.48",
          explain: {
            candidates: [
              { id: bob.id, matched: { seller: seller.id }, lost_by: null },
              {
                id: category.id,
                matched: { product_category: shoes },
                lost_by: "specificity",
              },
              { id: "crul_default", lost_by: "specificity" },
            ],
            components: [
              { type: "percentage", amount: "7.5" },
              { type: "fixed", per: "order", amount: "0.3" },
            ],
            rounding: "0",
          },
        },
        {
          index: 1,
          rule_id: "crul_default",
          commission: "0.00",
          explain: { base: { gross: "0.99", net: "0.50" } },
        },
        { line_type: "shipping", index: 0, commission: "0.50" },
      ],
    })

    const another = createMedusaContainer({}, container)
    const service =
      container.resolve<CommissionModuleService>(COMMISSION_MODULE)
    // As in a process that has compiled nothing yet.
    another.register(COMMISSION_MODULE, asValue(Object.create(service)))
    const shared = await currentTariff(another)
    expect(shared.version).toBe(data.simulation.tariff_version)
    expect(shared.byValue.seller.get(seller.id)?.[0]?.rule.id).toBe(bob.id)
    expect(loads.count).toBe(1)

    await api.post(`${rules}/${bob.id}`, { is_active: false }, admin)
    const winners = async (body?: object) =>
      (await simulate(body)).data.simulation.lines.map(
        (line: { rule_id: string | null }) => line.rule_id
      )
    expect(await winners()).toEqual([category.id, "crul_default", null])
    const campaign = await create({
      conditions: { product_type: [footwear] },
      effective_from: "2030-01-01T00:00:00Z",
      effective_to: "2030-02-01T00:00:00Z",
    })
    expect(await winners()).toEqual([category.id, "crul_default", null])
    expect((await winners({ at: "2030-01-15T00:00:00Z" }))[0]).toBe(campaign.id)
    await api.delete(`${rules}/${category.id}`, admin)
    expect((await winners())[0]).toBe("crul_default")
    const unknown = await simulate({
      items: [{ product_id: "prod_no", unit_price: 1 }],
    })
    expect(unknown.status).toBe(400)
    expect(unknown.data.message).toContain("items.0.product_id")
    expect((await simulate({ items: [] })).status).toBe(400)
    expect(
      (await simulate({ items: [{ unit_price: "-1" }] })).data.message
    ).toContain("unit_price")
  })
}
