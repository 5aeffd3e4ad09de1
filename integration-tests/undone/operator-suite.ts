import type { Suite } from "../app"
import { delivered } from "../flows/requests/delivered"
import { createAdmin } from "../operator"
import { bookedAt } from "../booked-month"
import { rows } from "../rows"
import { postByHand } from "../sound-books"
import { PAYOUT_MODULE } from "../../src/modules/payout"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { expectUndone } from "./expect-undone"
import type { Deed, Example } from "./undone"

type Scene = Awaited<ReturnType<typeof delivered>>

const booked = "what is in the books is corrected by a posting of its own"
const books = {
  ...{ ledger_transaction: booked, ledger_entry: booked },
  ...{ ledger_account: booked, order_earnings: booked, payout_outbox: booked },
}
const sent = {
  ...books,
  ...{ payout: "money left, or a question was asked", payout_item: booked },
  ...{ payout_run: "says what the run did", payout_file: "an order to a bank" },
}
const issued = "a statement that is issued stays as it is; a repeat finds it"
const versions = {
  "commission_rule.version": "counts what was done and undone",
  "commission_tariff.version": "what is remembered of the tariff is forgotten",
  commission_rule_version: "says what was done and undone",
}
const reason = "as agreed"
const pump = { title: "Pump", options: [{ title: "Size", values: ["One"] }] }
const medusas = "Medusa 2.21 leaves what it made for it"
const ofProducts = {
  ...{ product_option: medusas, product_option_value: medusas },
  ...{ product: medusas, product_shipping_profile: medusas },
}

/** What operators do. */
export const operators: Suite = (app) => {
  let scene: Scene
  let second: Scene["world"]["admin"]

  beforeAll(async () => {
    scene = await delivered(app)
    const { api, container } = scene.world
    second = await createAdmin(api, container, "second@example.com")
    await postByHand(container)
  })

  const post =
    (path: string, body: object = {}, as = scene.world.admin): Deed =>
    () =>
      scene.world.api.post(`/admin${path}`, body, as)
  const remove =
    (path: string): Deed =>
    () =>
      scene.world.api.delete(`/admin${path}`, scene.world.admin)
  const made = async (path: string, body: object, key: string) => {
    const { data } = (await post(path, body)()) as {
      data: Record<string, { id: string }>
    }
    return data[key]?.id ?? JSON.stringify(data)
  }
  const payouts = () =>
    scene.world.container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const seller = (path: string) => `/sellers/${scene.bob.id}${path}`
  const rate = { type: "percentage", percentage_rate: 10 }
  const rule = { name: "Ten", rate, conditions: { currency: ["eur"] } }
  const adjustment = (amount: number) => ({
    ...{ currency_code: "eur", amount, reason },
  })
  const propose = () =>
    made(seller("/adjustments"), adjustment(500), "adjustment")
  const dispute = { amount: 1, provider_ref: "dp_1", reason }
  const openDispute = () =>
    made("/disputes", { ...dispute, order_id: scene.orderId }, "dispute")
  const fund = async () => {
    const seller_id = scene.bob.id
    await payouts().syncPayoutAccount({ seller_id, provider_id: "manual" })
    await payouts().proposeAdjustment({
      ...{ seller_id, currency_code: "eur", amount: 5000n },
      ...{ reason, created_by: "user_1" },
    })
  }
  const reserved = async () => {
    await fund()
    const { payout_ids } = await payouts().reserveDuePayouts({
      seller_id: scene.bob.id,
    })
    return payout_ids[0] ?? ""
  }
  const submitted = async () => {
    const id = await reserved()
    await payouts().sendNextPayout(id)
    return id
  }

  const examples: Record<string, () => Example> = {
    "payouts are held": () => ({
      prepare: async () => {
        await fund()
        return post(seller("/payout-hold"), { until: null, reason })
      },
      keeps: { payout_decision: "says who decided what, also in vain" },
    }),
    "a floor is set": () => ({
      prepare: () =>
        post(seller("/payout-floor"), {
          ...{ currency_code: "eur", floor: -5, reason },
        }),
    }),
    "terms of release are set": () => ({
      prepare: () =>
        post(seller("/release-terms"), { release_on: "captured", reason }),
    }),
    "a balance is adjusted": () => ({
      prepare: () => post(seller("/adjustments"), adjustment(5)),
      keeps: { ...books, adjustment: booked },
    }),
    "an adjustment is approved": () => ({
      prepare: async () =>
        post(`/adjustments/${await propose()}/approve`, {}, second),
      keeps: { ...books, adjustment: booked },
    }),
    "an adjustment is rejected": () => ({
      prepare: async () =>
        post(`/adjustments/${await propose()}/reject`, {}, second),
      keeps: { ...books, adjustment: booked },
    }),
    "a dispute is opened": () => ({
      prepare: () => {
        let n = 0
        // A run that failed may have booked it: nobody can open it twice.
        return () =>
          post("/disputes", {
            ...{ ...dispute, provider_ref: `dp_${(n += 1)}` },
            order_id: scene.orderId,
          })()
      },
      keeps: { ...books, dispute: booked },
    }),
    "a dispute costs a fee": () => ({
      prepare: async () =>
        post(`/disputes/${await openDispute()}/fee`, { amount: 1 }),
      keeps: { ...books, dispute: booked },
    }),
    "a dispute is won": () => ({
      prepare: async () => post(`/disputes/${await openDispute()}/won`),
      keeps: { ...books, dispute: booked },
    }),
    "earnings are released": () => ({
      prepare: () =>
        post(seller("/releases"), { order_id: scene.orderId, reason }),
      keeps: books,
    }),
    "statements are issued": () => ({
      prepare: async () => {
        const { container } = scene.world
        await bookedAt(container, "2025-10-15T12:00:00Z", fund)
        return post(seller("/statements"), { period: "2025-10" })
      },
      keeps: {
        ...{ seller_statement: issued, statement_account: issued },
        ...{ statement_series: issued, payout_outbox: issued },
      },
    }),
    "a payout account is configured": () => ({
      prepare: async () => {
        await fund()
        return post(seller("/payout-account"), { schedule: "weekly" })
      },
      keeps: { payout_outbox: "what was written to be told is told" },
    }),
    "payouts are run": () => ({
      prepare: async () => {
        await fund()
        return post("/payouts/run")
      },
      keeps: sent,
    }),
    "a payout is marked as paid": () => ({
      prepare: async () =>
        post(`/payouts/${await submitted()}/mark-paid`, { reference: "b1" }),
      keeps: sent,
    }),
    "a payout is marked as failed": () => ({
      prepare: async () =>
        post(`/payouts/${await submitted()}/mark-failed`, { reason }),
      keeps: sent,
    }),
    "a payout is cancelled": () => ({
      // A run that failed may have cancelled it, or left it for the next.
      prepare: () => async () => {
        const made = await reserved()
        const [latest] = await rows(
          app,
          "select id from payout order by created_at desc limit 1"
        )
        const id = made || String(latest?.id)
        return post(`/payouts/${id}/cancel`, { reason })()
      },
      keeps: {
        ...{ ...sent, ledger_adjustment: booked },
        payout_account: "opened for this one",
      },
    }),
    "a failed payout is tried again": () => ({
      prepare: async () => {
        const id = await submitted()
        await post(`/payouts/${id}/mark-failed`, { reason })()
        return post(`/payouts/${id}/retry`)
      },
      keeps: sent,
      whole: "what it reserved before it failed is sent by the sweeper",
    }),
    "a rule is made": () => ({
      prepare: () => post("/commission/rules", rule),
      keeps: versions,
    }),
    "a rule is changed": () => ({
      prepare: async () => {
        const id = await made("/commission/rules", rule, "commission_rule")
        return post(`/commission/rules/${id}`, { name: "Eleven" })
      },
      keeps: versions,
    }),
    "a rule is deleted": () => ({
      prepare: async () =>
        remove(
          `/commission/rules/${await made("/commission/rules", rule, "commission_rule")}`
        ),
      keeps: versions,
    }),
    "a product of the operator's is made": () => ({
      prepare: () => post("/products", pump),
      keeps: ofProducts,
    }),
    "a product of the operator's is changed": () => ({
      prepare: async () =>
        post(`/products/${await made("/products", pump, "product")}`, {
          title: "Pump of steel",
        }),
      keeps: ofProducts,
    }),
    "products of the operator's are changed at once": () => ({
      prepare: async () => {
        const id = await made("/products", pump, "product")
        return post("/products/batch", {
          create: [{ ...pump, title: "Lamp" }],
          update: [{ id, title: "Pump of steel" }],
        })
      },
      keeps: ofProducts,
    }),
    "a policy is set": () => ({
      prepare: () =>
        post("/configuration", {
          rule_type: "require_product_approval",
          is_enabled: true,
        }),
      keeps: {
        policy: "without a value it is none",
        policy_change: "says what was done and taken back",
      },
    }),
    "a seller is changed": () => ({
      prepare: () => post(seller(""), { description: "Bolts" }),
    }),
    "a seller is suspended": () => ({
      prepare: () => post(seller("/status"), { status: "suspended", reason }),
    }),
    "somebody is invited to sell": () => ({
      prepare: () =>
        post("/sellers/invite", {
          email: "new@example.com",
          registration_url: "https://vendor.example.com/register",
        }),
    }),
  }

  it.each(Object.entries(examples))("%s", async (_name, example) => {
    await expectUndone(app, example())
  })
}
