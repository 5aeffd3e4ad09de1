import type { Suite } from "../../app"
import { eventLog } from "../../event-log"
import { rows } from "../../rows"
import { newSeller } from "../../vendor-client"
import { createWorld } from "../../world"

const defaults = {
  global_product_catalog: false,
  require_product_approval: false,
  product_request_enabled: true,
  product_import_enabled: true,
  price_approval: false,
  payout_details_approval: false,
  stock_approval: false,
}

export const policies: Suite = (app) => {
  it("holds from the next request on, tells who changed it, and bends for one seller", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const log = eventLog(world.container, ["policy.changed"])
    const bob = await newSeller(world, "Bob")
    const alice = await newSeller(world, "Alice")
    const rules = async (of: typeof bob) =>
      (await of.client.get("/configuration")).configuration_rules
    expect(await rules(bob)).toMatchObject(defaults)
    const empty = await api.get("/admin/configuration", admin)
    expect(empty.data).toMatchObject({ configuration_rules: [], count: 0 })

    const set = await api.post(
      "/admin/configuration",
      { rule_type: "require_product_approval", is_enabled: true },
      admin
    )
    expect(set.status).toBe(201)
    const { id } = set.data.configuration_rule
    expect(set.data.configuration_rule).toMatchObject({
      id: expect.stringMatching(/^conf_/),
      rule_type: "require_product_approval",
      is_enabled: true,
    })
    expect(await rules(bob)).toMatchObject({ require_product_approval: true })

    const trusted = await api.post(
      `/admin/sellers/${alice.seller.id}/configuration`,
      { rule_type: "require_product_approval", is_enabled: false },
      admin
    )
    expect(trusted.data.configuration_rules).toMatchObject({
      require_product_approval: false,
    })
    expect(await rules(alice)).toEqual(trusted.data.configuration_rules)
    expect(await rules(bob)).toMatchObject({ require_product_approval: true })

    const path = `/admin/configuration/${id}`
    const off = await api.post(path, { is_enabled: false }, admin)
    expect(off.data.configuration_rule).toMatchObject({ is_enabled: false })
    const one = await api.get(path, admin)
    expect(one.data.changes).toMatchObject([
      { from: null, to: true, actor_id: expect.stringMatching(/^user_/) },
      { from: true, to: false },
    ])
    const list = await api.get("/admin/configuration", admin)
    expect(list.data).toMatchObject({ count: 1, configuration_rules: [{ id }] })
    expect(await log.take()).toEqual([
      { name: "policy.changed", data: expect.objectContaining({ id }) },
      {
        name: "policy.changed",
        data: expect.objectContaining({ seller_id: alice.seller.id }),
      },
      { name: "policy.changed", data: expect.objectContaining({ id }) },
    ])
  })

  it("keeps one row a rule under parallel writes and refuses what is no value of it", async () => {
    const world = await createWorld(app)
    const { api, admin } = world
    const post = (body: object) => api.post("/admin/configuration", body, admin)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        post({ rule_type: "price_approval", is_enabled: n % 2 === 0 })
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(
      await rows(
        app,
        "select count(distinct policy_id)::int as rules, count(*)::int as changes from policy_change"
      )
    ).toEqual([{ rules: 1, changes: 8 }])
    for (const body of [
      { rule_type: "none", is_enabled: true },
      { rule_type: "price_approval" },
      { rule_type: "price_approval", value: ["title"] },
      { rule_type: "approval_parts", is_enabled: true },
      { rule_type: "approval_parts", value: ["colour"] },
    ]) {
      expect((await post(body)).status).toBe(400)
    }
    const parts = await post({
      rule_type: "approval_parts",
      value: ["title", "images"],
    })
    expect(parts.data.configuration_rule.value).toEqual(["title", "images"])
    const unknown = await api.post(
      "/admin/configuration/conf_none",
      { is_enabled: true },
      admin
    )
    expect(unknown.status).toBe(404)
  })
}
