import { seededRandom } from "../../payout-crash/random"
import type { App } from "../../app"
import type { World } from "../../world"
import { runSweepersWorkflow } from "../../../src/workflows/sweeper/run-sweepers"
import { payoutsOf, stripe } from "./stage"

export type MessageFigures = {
  events: number
  delivered: number
  forged: number
  accepted: number
  refused: number
  kept: number
  paid: number
  violations: number
  seconds: number
}

const sellerIds = Array.from({ length: 50 }, (_, n) => `sel_storm_${n}`)

/**
 * Events about payouts that wait for their provider's word, each delivered three
 * times, all shuffled, and one in twenty forged as well.
 */
export async function messageStorm(
  { app, world }: { app: App; world: World },
  plan: { events: number; seed: number }
): Promise<MessageFigures> {
  const started = Date.now()
  const random = seededRandom(plan.seed)
  const payouts = await preparePayouts(world)
  const messages = Array.from({ length: plan.events }, (_, n) => {
    const payout_id = payouts[n % payouts.length] ?? ""
    const transfer = {
      ...{ id: `tr_${payout_id}`, object: "transfer", reversed: false },
      metadata: { payout_id },
    }
    // Signed when it is delivered: Stripe's signatures are good for five minutes.
    return () =>
      stripe.event("transfer.created", transfer, { id: `evt_storm_${n}` })
  })
  const forged = messages
    .slice(0, Math.ceil(plan.events / 20))
    .map((sign) => () => {
      const { body, headers } = sign()
      return { headers, body: body.replace("evt_storm", "evt_forged") }
    })
  const queue = [...messages, ...messages, ...messages, ...forged]
    .map((message) => ({ message, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ message }) => message)
  const delivered = queue.length
  const statuses = await deliverAll(app, queue)
  await runSweepersWorkflow(world.container).run({
    input: { names: ["payout-provider-events"] },
  })
  const service = payoutsOf(world)
  const [, kept] = await service.listAndCountProviderEvents({}, { take: 1 })
  const paid = await service.searchPayouts({
    ...{ statuses: ["paid"], limit: 1, offset: 0 },
  })
  return {
    ...{ events: plan.events, delivered, forged: forged.length, kept },
    accepted: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 401).length,
    paid: paid.count,
    violations: (await service.checkInvariants()).length,
    seconds: Math.round((Date.now() - started) / 1000),
  }
}

/** One payout a seller that Stripe has not answered for. */
async function preparePayouts(world: World): Promise<string[]> {
  const service = payoutsOf(world)
  for (const seller_id of sellerIds) {
    const context = { country: "DE" }
    await service.syncPayoutAccount({
      seller_id,
      provider_id: "stripe",
      context,
    })
    const [row] = await service.listPayoutAccounts({ seller_id })
    stripe.enable(row?.provider_account_id ?? "")
    await service.syncPayoutAccount({ seller_id, provider_id: "stripe" })
    await service.proposeAdjustment({
      ...{ seller_id, currency_code: "eur", amount: 5000n },
      ...{ reason: "opening balance", created_by: "user_1" },
    })
  }
  const { payout_ids } = await service.reserveDuePayouts()
  for (const id of payout_ids) {
    stripe.script.push("error")
    await service.sendNextPayout(id)
  }
  return payout_ids
}

async function deliverAll(
  { api }: App,
  queue: (() => ReturnType<typeof stripe.event>)[]
): Promise<number[]> {
  const statuses: number[] = []
  const lane = async () => {
    for (let sign = queue.pop(); sign; sign = queue.pop()) {
      const one = sign()
      const { status } = await api.post("/hooks/payouts/stripe", one.body, {
        headers: { "content-type": "application/json", ...one.headers },
        transformRequest: (text: string) => text,
      })
      statuses.push(status)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return statuses
}
