import { PayoutStripeProvider } from "../../src/providers/payout-stripe/service"
import { FakeStripe, stripeOptions } from "../stripe/server"
import { payoutContract, payoutFaultContract } from "./payout-contract"

/** Stripe Connect against a server that knows Stripe's contract. */
export function stripeSuite(): void {
  const stripe = new FakeStripe()
  let provider: PayoutStripeProvider

  beforeAll(async () => {
    await stripe.start()
    provider = new PayoutStripeProvider({}, stripeOptions(stripe.port))
  })
  afterEach(() => expect(stripe.violations).toEqual([]))
  afterAll(() => stripe.stop())

  const context = { country: "DE" }
  payoutContract(() => ({ provider, context }))
  payoutFaultContract(() => ({
    ...{ provider, context },
    executed: (payoutId) => stripe.executed(payoutId),
    fail: (how) => stripe.script.push(how),
  }))

  const open = async (key: string) =>
    await provider.account({
      ...{ seller_id: "sel_1", provider_account_id: null, context },
      idempotency_key: key,
    })

  it("lets nobody be paid before Stripe has what it requires", async () => {
    const opened = await open("pacc_1:1")
    expect(opened).toMatchObject({
      status: "pending",
      requirements: ["external_account", "requirements.past_due"],
    })
    const { provider_account_id } = opened
    stripe.enable(provider_account_id)
    const asking = {
      ...{ seller_id: "sel_1", provider_account_id, context: {} },
      idempotency_key: "pacc_1:1",
    }
    expect(await provider.account(asking)).toMatchObject({
      ...{ status: "active", requirements: [], provider_account_id },
    })
    stripe.revoke(provider_account_id)
    expect(await provider.account(asking)).toMatchObject({
      ...{ status: "disabled", requirements: ["deauthorized"] },
    })
    const pages = { return_url: "https://vendor.example.com/money" }
    const link = await provider.onboard({ provider_account_id, ...pages })
    expect(link).toEqual({ url: expect.stringContaining(provider_account_id) })
    await expect(
      provider.account({ ...asking, provider_account_id: null })
    ).rejects.toMatchObject({ message: /context.country/ })
  })

  it.each([
    // currency, our digits, our amount, our step, what Stripe is told
    ["eur", 2, 4460n, 1n, 4460],
    ["jpy", 0, 4460n, 1n, 4460],
    ["kwd", 3, 12340n, 10n, 12340],
    ["huf", 2, 123400n, 100n, 123400],
    ["isk", 0, 500n, 1n, 50000],
    ["ugx", 0, 700n, 1n, 70000],
    ["mga", 2, 12300n, 100n, 123],
  ])(
    "pays %s in Stripe's own units",
    async (currency_code, scale, amount, step, told) => {
      const payout_id = `pout_${currency_code}`
      const destination = await open(`pacc_${currency_code}:1`)
      const sent = await provider.send({
        ...{ payout_id, idempotency_key: `${payout_id}:1`, seller_id: "sel" },
        ...{ currency_code, scale, amount, account_data: {} },
        provider_account_id: destination.provider_account_id,
      })
      expect(sent.status).toBe("paid")
      expect(provider.capabilities.quantum(currency_code)).toBe(step)
      expect(stripe.transfers.get(sent.provider_ref ?? "")).toMatchObject({
        ...{ amount: told, currency: currency_code },
      })
    }
  )

  it("reads what Stripe says, each thing by its own signature", async () => {
    const account = stripe.enable("acct_told")
    const transfer = {
      ...{ id: "tr_told", reversed: false, metadata: { payout_id: "pout_9" } },
    }
    const read = (type: string, object: unknown, more = {}) => {
      const { body, headers } = stripe.event(type, object, more)
      return provider.readEvent({ body: Buffer.from(body), headers })
    }
    expect(await read("account.updated", account)).toMatchObject({
      ...{ type: "account", state: { status: "active" } },
      occurred_at: expect.any(String),
    })
    const connected = { account: "acct_told" }
    expect(
      await read("account.application.deauthorized", { id: "ca_1" }, connected)
    ).toMatchObject({ type: "account", state: { status: "disabled" } })
    const bounced = { failure_code: "account_closed" }
    expect(await read("payout.failed", bounced, connected)).toMatchObject({
      state: { status: "restricted", requirements: ["account_closed"] },
    })
    expect(await read("payout.paid", {}, connected)).toMatchObject({
      type: "ignored",
    })
    expect(await read("transfer.created", transfer)).toMatchObject({
      ...{ type: "payout", payout_id: "pout_9" },
      result: { status: "paid", provider_ref: "tr_told" },
    })
    expect(
      await read("transfer.reversed", { ...transfer, reversed: true })
    ).toMatchObject({ result: { status: "returned" } })
    // Half of it back is not the payout back: the report shows the difference.
    expect(
      await read("transfer.reversed", { ...transfer, amount_reversed: 1 })
    ).toMatchObject({ result: { status: "paid" } })
    const { body, headers } = stripe.event("account.updated", account)
    await expect(
      provider.readEvent({ body: Buffer.from(`${body} `), headers })
    ).rejects.toMatchObject({ type: "unauthorized" })
  })
}
