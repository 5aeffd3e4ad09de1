import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Suite } from "../../app"
import { rows } from "../../rows"
import { openTheBooks } from "./scene"

export const ledgerSuite: Suite = (app) => {
  const scene = openTheBooks(app)
  const of = (seller: { id: string }) => `/sellers/${seller.id}`

  it("is watched by every check that the manual names, and they can tell", async () => {
    const { set, get } = scene
    await scene.earn(set.bob)
    const manual = readFileSync(
      join(__dirname, "../../../docs/money.md"),
      "utf8"
    )
    const named = [
      ...manual.matchAll(/^\| `(payout[_-]invariant[\w-]+|shares-[\w-]+)`/gm),
    ]
      .map(([, name = ""]) => name.replaceAll("_", "-"))
      .sort()
    const counted = async (): Promise<Record<string, number>> => {
      const { health } = await get("/admin/marketplace/health")
      return Object.fromEntries(
        health.checks
          .filter(({ name }: { name: string }) =>
            /^payout-invariant-|^shares-differ/.test(name)
          )
          .map((one: { name: string; count: number }) => [one.name, one.count])
      )
    }
    const sound = await counted()
    expect(Object.keys(sound).sort()).toEqual(named)
    expect(named).toHaveLength(19)
    expect(Object.values(sound).filter((count) => count !== 0)).toEqual([])
    await rows(
      app,
      `alter table ledger_account disable trigger user;
       update ledger_account set balance = balance + 1 where type = 'pending';
       alter table ledger_account enable trigger user;
       update order_set_order set share = share - 0.01;`
    )
    expect(await counted()).toMatchObject({
      "payout-invariant-02-currency-not-zero": 1,
      "payout-invariant-03-balance-not-entries": 1,
      "payout-invariant-11-lines-not-paid": 1,
    })
  })

  it("is filtered and paged in the database, and is safe to open as CSV", async () => {
    const { set, market, ok, get, bob } = scene
    await scene.earn(set.bob)
    const note = '=HYPERLINK("http://evil.example","x")'
    const adjust = { currency_code: "EUR", amount: -1.5, reason: note }
    await ok(`${of(market.bob)}/adjustments`, adjust)
    await ok(`${of(market.bob)}/adjustments`, {
      ...{ currency_code: "usd", amount: "12.30", reason: "goodwill" },
      order_id: set.bob.id,
    })
    await ok(`${of(market.alice)}/adjustments`, { ...adjust, amount: 99 })
    const found = async (query: string) =>
      await get(`/vendor/ledger?${query}`, bob)
    const all = await found("order=created_at")
    expect(all).toMatchObject({ count: 3, offset: 0, limit: 50 })
    const wanted = [
      ...[
        { kind: "capture", account: "pending", amount: 22.62, balance: 22.62 },
      ],
      ...[
        {
          kind: "adjustment",
          account: "available",
          amount: -1.5,
          balance: -1.5,
        },
      ],
      ...[
        { currency_code: "usd", amount: 12.3, balance: 12.3, note: "goodwill" },
      ],
    ]
    expect(all.ledger_lines).toMatchObject(wanted)
    expect(all.ledger_lines[0]).not.toHaveProperty("created_by")
    const page = await found("limit=1&offset=1&order=created_at")
    expect(page).toMatchObject({ count: 3, ledger_lines: [wanted[1]] })
    expect((await found("kind=adjustment,capture")).count).toBe(3)
    expect((await found("currency_code=USD")).count).toBe(1)
    expect((await found(`order_id=${set.bob.id}`)).count).toBe(2)
    expect((await found("created_at[$gte]=2100-01-01")).count).toBe(0)
    const bad = await market.api.get("/vendor/ledger?kind=gift", bob)
    expect(bad.status).toBe(400)
    expect(bad.data.message).toContain("'kind'")

    for (const csv of [
      await market.api.get("/vendor/ledger?format=csv", bob),
      await market.api.get("/vendor/ledger", {
        headers: { ...bob.headers, accept: "text/csv" },
      }),
    ]) {
      expect(csv.headers["content-type"]).toContain("text/csv")
      const [head, ...lines] = csv.data.trim().split("\n")
      expect(head).toContain(
        "created_at,kind,account,order_id,currency_code,amount,balance,note"
      )
      expect(lines).toHaveLength(3)
      expect(lines[1]).toContain(
        `,adjustment,available,,eur,-1.50,-1.50,"'=HYPERLINK(""http://evil.example"",""x"")"`
      )
    }
    const { ledger_lines } = await get(
      `/admin${of(market.bob)}/ledger?kind=adjustment&currency_code=eur`
    )
    expect(ledger_lines).toMatchObject([
      { created_by: expect.stringMatching(/^user_/), approved_by: null },
    ])
  })

  it("takes a large adjustment from two operators only, whoever clicks first", async () => {
    const { market, post, get, second } = scene
    const path = `${of(market.bob)}/adjustments`
    const large = {
      currency_code: "eur",
      amount: "100.01",
      reason: "insurance",
    }
    for (const [wrong, named] of [
      ...[[{ ...large, reason: undefined }, "reason"]],
      ...[[{ ...large, amount: 0 }, "amount"]],
      ...[[{ ...large, amount: "1.005" }, "amount"]],
      ...[[{ ...large, amount: "1e3" }, "amount"]],
      ...[[{ ...large, currency_code: "zzz" }, "currency_code"]],
      ...[[{ ...large, kind: "gift" }, "kind"]],
    ] as const) {
      const { status, data } = await post(path, wrong)
      expect({ status, message: data.message }).toEqual({
        ...{ status: 400, message: expect.stringContaining(named) },
      })
    }
    expect((await post("/sellers/sel_none/adjustments", large)).status).toBe(
      404
    )
    const strange = await post(path, { ...large, order_id: scene.set.alice.id })
    expect(strange.status).toBe(404)

    const { data, status } = await post(path, large)
    expect(status).toBe(201)
    const { id } = data.adjustment
    expect(data.adjustment).toMatchObject({
      ...{ status: "proposed", four_eyes: true, amount: 100.01 },
      ...{ seller_id: market.bob.id, decided_by: null },
    })
    const open = await get("/admin/adjustments?status=proposed")
    expect(open).toMatchObject({ count: 1, adjustments: [{ id }] })
    expect((await post(`/adjustments/${id}/approve`)).status).toBe(400)
    const approve = () =>
      market.api.post(`/admin/adjustments/${id}/approve`, {}, second)
    const answers = await Promise.all([approve(), approve()])
    expect(answers.map((one) => one.status)).toEqual([200, 200])
    expect((await post(`/adjustments/${id}/reject`)).status).toBe(400)
    const { data: other } = await post(path, { ...large, amount: -100.01 })
    const withdrawn = await post(`/adjustments/${other.adjustment.id}/reject`)
    expect(withdrawn.data.adjustment.status).toBe("refused")
    const late = `/admin/adjustments/${other.adjustment.id}/approve`
    expect((await market.api.post(late, {}, second)).status).toBe(400)
    const { ledger_lines } = await get(`/admin${of(market.bob)}/ledger`)
    expect(ledger_lines).toMatchObject([
      { kind: "adjustment", amount: 100.01, approved_by: expect.any(String) },
    ])
    const [{ created_by, approved_by }] = ledger_lines
    expect(created_by).not.toBe(approved_by)
    const unknown = await post("/adjustments/ladj_none/approve")
    expect(unknown.status).toBe(404)
  })

  it("pays nobody whom an operator holds, or who is below its floor, and says who decided it", async () => {
    const { market, ok, post, books, get, bob } = scene
    const seller = of(market.bob)
    const give = async (currency_code: string, amount: number) =>
      await ok(`${seller}/adjustments`, {
        ...{ currency_code, amount, reason: "opening balance" },
      })
    await give("eur", 50)
    const until = "2100-01-01T00:00:00.000Z"
    const hold = { until, reason: "looks like fraud" }
    expect((await post(`${seller}/payout-hold`, hold)).status).toBe(404)
    await books.syncPayoutAccount({
      ...{ seller_id: market.bob.id, provider_id: "manual" },
    })
    expect((await post(`${seller}/payout-hold`, { until })).status).toBe(400)
    const held = await ok(`${seller}/payout-hold`, hold)
    expect(held.payout_hold).toEqual({ until, reason: "looks like fraud" })
    expect((await get("/vendor/balance", bob)).payout_hold).toEqual(
      held.payout_hold
    )
    const run = async () =>
      (await books.reserveDuePayouts({ seller_id: market.bob.id })).payout_ids
    expect(await run()).toEqual([])
    await ok(`${seller}/payout-hold`, { until: null, reason: "was checked" })

    await give("usd", -20)
    const floor = { currency_code: "usd", reason: "new here" }
    const bad = await post(`${seller}/payout-floor`, { ...floor, floor: 1 })
    expect(bad.status).toBe(400)
    const { balances } = await ok(`${seller}/payout-floor`, {
      ...{ ...floor, floor: "-19.99" },
    })
    expect(balances).toMatchObject([
      { currency_code: "eur", available: 50, floor: null },
      { currency_code: "usd", available: -20, floor: -19.99 },
    ])
    expect(await run()).toEqual([])
    await ok(`${seller}/payout-floor`, { ...floor, floor: -20 })
    expect(await run()).toHaveLength(1)
    const { balances: sent } = await get("/vendor/balance", bob)
    expect(sent[0]).toMatchObject({ available: 0, in_transit: 50 })
    const { payout_decisions, count } = await get(
      `/admin${seller}/payout-decisions`
    )
    expect(count).toBe(4)
    expect(
      payout_decisions.map((one: Record<string, unknown>) => [
        ...[one.kind, one.reason, one.created_by],
      ])
    ).toEqual(
      [
        ...[
          ["floor", "new here"],
          ["floor", "new here"],
        ],
        ...[
          ["end_hold", "was checked"],
          ["hold", "looks like fraud"],
        ],
      ].map((one) => [...one, expect.stringMatching(/^user_/)])
    )
  })
}
