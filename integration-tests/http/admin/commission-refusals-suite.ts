import { MedusaError } from "@medusajs/framework/utils"
import type { Suite } from "../../app"
import { COMMISSION_MODULE } from "../../../src/modules/commission"
import type { CommissionModuleService } from "../../../src/modules/commission/service"
import { deleteCommissionRuleWorkflow } from "../../../src/workflows/commission/delete-rule"
import { saveCommissionRuleWorkflow } from "../../../src/workflows/commission/save-rule"
import { createBootShop, percentage } from "./boot-shop"

const later = { fails: false }
const failLater = () => {
  if (later.fails) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "a later step failed")
  }
}
saveCommissionRuleWorkflow.hooks.commissionRuleSaved(failLater)
deleteCommissionRuleWorkflow.hooks.commissionRuleDeleted(failLater)

const rules = "/admin/commission/rules"

export const refusalsSuite: Suite = (app) => {
  it("refuses bad rules with the name of the field, and lists keep working", async () => {
    const { world, seller } = await createBootShop(app)
    const { api, admin } = world
    const conditions = { seller: [seller.id] }
    const eur = [{ currency_code: "eur", amount: 1 }]
    const usd = [{ currency_code: "usd", amount: 1 }]
    const flat = (price_set: object[]) => ({
      type: "flat",
      include_tax: false,
      price_set,
    })
    const refusals: [Record<string, unknown>, string][] = [
      [{ rate: percentage(100.5) }, "rate.components.0.percentage"],
      [{ rate: percentage(-1) }, "rate.components.0.percentage"],
      [{ rate: percentage("many") }, "rate.components.0.percentage"],
      [{ rate: { type: "percentage", include_tax: false } }, "percentage_rate"],
      [{ rate: flat([]) }, "rate.components.0.amounts"],
      [{ rate: flat(usd) }, "no amount in eur"],
      [
        { rate: flat([{ currency_code: "eur", amount: -1 }]) },
        "rate.components.0.amounts.eur",
      ],
      [
        {
          rate: percentage(5, {
            min_price_set: [{ currency_code: "eur", amount: 2 }],
            max_price_set: eur,
          }),
        },
        "rate.min.amounts.eur",
      ],
      [{ rate: percentage(5, { min_price_set: usd }) }, "rate.min.amounts"],
      [{ conditions: { seller: ["sel_nobody"] } }, "conditions.seller"],
      [{ conditions: { product: ["prod_no"] } }, "conditions.product"],
      [{ conditions: { currency: ["xxq"] } }, "conditions.currency"],
      [{ conditions: { planet: ["earth"] } }, "planet"],
      [{ conditions: { seller: [] } }, "conditions"],
      [{ conditions: {} }, "conditions"],
      [{ reference: "seller", reference_id: seller.id }, "conditions"],
      [
        {
          conditions: undefined,
          reference: "seller_group",
          reference_id: "x",
        },
        "reference",
      ],
      [
        {
          conditions: undefined,
          reference: "seller+product_type",
          reference_id: seller.id,
        },
        "reference_id",
      ],
      [
        { effective_from: "2026-02-01", effective_to: "2026-01-01" },
        "effective_to",
      ],
      [{ priority: 1.5 }, "priority"],
      [{ name: " " }, "name"],
      [{ commission: 5 }, "commission"],
    ]
    for (const [change, field] of refusals) {
      const { status, data } = await api.post(
        rules,
        { name: "Rule", conditions, rate: percentage(5), ...change },
        admin
      )
      expect({ status, message: data.message, change }).toEqual({
        status: 400,
        message: expect.stringContaining(field),
        change,
      })
    }
    const onlyDollars = await api.post(
      rules,
      {
        name: "Dollars",
        conditions: { ...conditions, currency: ["USD"] },
        rate: flat(usd),
      },
      admin
    )
    expect(onlyDollars.status).toBe(201)
    const list = await api.get(rules, admin)
    expect(list.data.count).toBe(1)
  })

  it("puts a rule back when a later step fails", async () => {
    const { world, seller } = await createBootShop(app)
    const { api, admin, container } = world
    const service =
      container.resolve<CommissionModuleService>(COMMISSION_MODULE)
    const content = async () =>
      (await service.loadTariff()).rules
        .map(({ version, ...rule }) => rule)
        .sort((left, right) => left.id.localeCompare(right.id))
    const body = {
      name: "Bob",
      conditions: { seller: [seller.id] },
      rate: percentage(10),
    }
    const created = await api.post(rules, body, admin)
    const { id } = created.data.commission_rule
    const before = await content()
    later.fails = true
    try {
      const change = { name: "New", priority: 3 }
      await api.post(`${rules}/${id}`, change, admin)
      expect(await content()).toEqual(before)
      await api.post(rules, { ...body, priority: 9 }, admin)
      expect(await content()).toEqual(before)
      await api.delete(`${rules}/${id}`, admin)
      expect(await content()).toEqual(before)
    } finally {
      later.fails = false
    }
    expect((await api.get(`${rules}/${id}`, admin)).status).toBe(200)
  })
}
