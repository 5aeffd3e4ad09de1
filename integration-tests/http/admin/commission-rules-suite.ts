import type { IEventBusModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Suite } from "../../app"
import type { World } from "../../world"
import { createBootShop, percentage } from "./boot-shop"

const messages = (world: World) => {
  const seen: { name: string; data: unknown }[] = []
  const bus = world.container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
  for (const change of ["created", "updated", "deleted"]) {
    bus.subscribe(`commission_rule.${change}`, async ({ name, data }) => {
      seen.push({ name, data })
    })
  }
  return seen
}

const rules = "/admin/commission/rules"

export const rulesSuite: Suite = (app) => {
  it("keeps rules by the classic routes: default, create, list, switch off, delete", async () => {
    const { world, seller, footwear, winter } = await createBootShop(app)
    const { api, admin } = world
    const events = messages(world)
    expect((await api.get(rules)).status).toBe(401)
    const before = await api.get("/admin/commission/default", admin)
    expect(before.data.commission_rule).toMatchObject({
      reference: "site",
      type: "percentage",
      percentage_rate: 0,
      is_active: true,
    })
    const set = await api.post(
      "/admin/commission/default",
      { name: "Everybody", is_active: true, rate: percentage(7.5) },
      admin
    )
    expect(set.status).toBe(200)
    expect(set.data.commission_rule).toMatchObject({
      id: "crul_default",
      name: "Everybody",
      percentage_rate: 7.5,
      version: 2,
    })

    const body = {
      name: "Bob's footwear",
      reference: "seller+product_type",
      reference_id: `${seller.id}+${footwear}`,
      is_active: true,
      rate: {
        type: "flat",
        include_tax: true,
        price_set: [{ currency_code: "eur", amount: 2.5 }],
        min_price_set: [],
        max_price_set: null,
      },
    }
    const created = await api.post(rules, body, admin)
    expect(created.status).toBe(201)
    const { id } = created.data.commission_rule
    expect(created.data.commission_rule).toMatchObject({
      type: "flat",
      reference: "seller+product_type",
      reference_id: `${seller.id}+${footwear}`,
      ref_value: "Bob's Boots + Footwear",
      include_tax: true,
      percentage_rate: null,
      price_set: [{ currency_code: "eur", amount: 2.5 }],
      min_price_set: [],
      max_price_set: [],
      conditions: { seller: [seller.id], product_type: [footwear] },
    })
    const again = await api.post(rules, body, admin)
    expect(again.status).toBe(409)
    expect(again.data.message).toContain(`rule ${id} has the same`)
    const other = await api.post(
      rules,
      {
        name: "Winter",
        reference: "product_category",
        reference_id: winter,
        is_active: true,
        rate: percentage("12", {
          min_price_set: [{ currency_code: "EUR", amount: 0.3 }],
        }),
      },
      admin
    )
    expect(other.data.commission_rule).toMatchObject({
      percentage_rate: 12,
      min_price_set: [{ currency_code: "eur", amount: 0.3 }],
    })

    const list = await api.get(`${rules}?limit=10&offset=0`, admin)
    expect(list.data).toMatchObject({ count: 2, offset: 0, limit: 10 })
    expect(
      list.data.commission_rules.map((rule: { name: string }) => rule.name)
    ).toEqual(expect.arrayContaining(["Bob's footwear", "Winter"]))
    const found = await api.get(`${rules}?q=wint&limit=1`, admin)
    expect(found.data).toMatchObject({
      count: 1,
      commission_rules: [{ name: "Winter", ref_value: "Winter" }],
    })

    const off = await api.post(`${rules}/${id}`, { is_active: false }, admin)
    expect(off.data.commission_rule).toMatchObject({
      is_active: false,
      version: 2,
      price_set: [{ currency_code: "eur", amount: 2.5 }],
    })
    const stale = await api.post(
      `${rules}/${id}`,
      { is_active: true, version: 1 },
      admin
    )
    expect(stale.status).toBe(409)
    const active = await api.get(`${rules}?is_active=true`, admin)
    expect(active.data.count).toBe(1)
    const gone = await api.delete(`${rules}/${id}`, admin)
    expect(gone.data).toEqual({
      id,
      object: "commission_rule",
      deleted: true,
    })
    expect((await api.get(`${rules}/${id}`, admin)).status).toBe(404)
    expect((await api.delete(`${rules}/${id}`, admin)).status).toBe(404)
    expect((await api.post(`${rules}/${id}`, {}, admin)).status).toBe(404)
    const kept = await api.delete(`${rules}/crul_default`, admin)
    expect(kept.status).toBe(400)
    const versions = await api.get(`${rules}/${id}/versions`, admin)
    expect(
      versions.data.versions.map(
        (version: { version: number; change: string }) =>
          `${version.version} ${version.change}`
      )
    ).toEqual(["3 deleted", "2 updated", "1 created"])
    expect((await api.get(`${rules}/crul_no/versions`, admin)).status).toBe(404)
    expect(events).toEqual([
      {
        name: "commission_rule.updated",
        data: { id: "crul_default", version: 2 },
      },
      { name: "commission_rule.created", data: { id, version: 1 } },
      {
        name: "commission_rule.created",
        data: { id: other.data.commission_rule.id, version: 1 },
      },
      { name: "commission_rule.updated", data: { id, version: 2 } },
      { name: "commission_rule.deleted", data: { id } },
    ])
  })
}
