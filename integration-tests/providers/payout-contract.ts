import type {
  PayoutAccountContext,
  PayoutInstruction,
  PayoutProvider,
} from "../../src/payout-provider"

export type PayoutSubject = {
  provider: PayoutProvider
  /** What a seller has to say to get an account. */
  context?: PayoutAccountContext
  /** What it says once it wants to be paid elsewhere; without it only the provider's own pages can lead it there. */
  moved?: PayoutAccountContext
}

export type OutsideWorld = {
  /** How many transfers the outside world saw of a payout. */
  executed: (payoutId: string) => number
  /** Makes the next call fail: executed with its answer lost, not executed, or refused for good. */
  fail: (how: "lost" | "error" | "refuse") => void
}

let counter = 0

const unique = (prefix: string) =>
  `${prefix}${Date.now().toString(36)}${(counter += 1)}`

const request = ({ context = {} }: PayoutSubject) => ({
  seller_id: "sel_contract",
  provider_account_id: null,
  context,
  idempotency_key: unique("pacc_contract_"),
})

/** A transfer to an account that the provider opened. */
async function instruct(subject: PayoutSubject): Promise<PayoutInstruction> {
  const id = unique("pout_")
  const account = await subject.provider.account(request(subject), never)
  return {
    payout_id: id,
    idempotency_key: `${id}:1`,
    seller_id: "sel_contract",
    provider_account_id: account.provider_account_id,
    account_data: account.data ?? {},
    amount: 4460n,
    currency_code: "eur",
    scale: 2,
  }
}

const never = new AbortController().signal

/**
 * What the payout module relies on, whoever wrote the provider: run it in a
 * `describe`, and {@link payoutFaultContract} too when you can cause faults.
 */
export function payoutContract(subject: () => PayoutSubject): void {
  it("names a quantum and a window for its keys", () => {
    const { quantum, keyWindowSeconds } = subject().provider.capabilities
    expect(quantum("eur")).toBeGreaterThan(0n)
    expect(keyWindowSeconds).toBeGreaterThan(0)
  })

  it("answers a key that is sent again with the same transfer", async () => {
    const { provider } = subject()
    const instruction = await instruct(subject())
    const first = await provider.send(instruction, never)
    const second = await provider.send(instruction, never)
    expect(["submitted", "paid"]).toContain(first.status)
    expect(second.provider_ref).toBe(first.provider_ref)
  })

  it("finds what it executed, and answers null for what it never saw", async () => {
    const { provider } = subject()
    const instruction = await instruct(subject())
    expect(await provider.lookUp(instruction, never)).toBeNull()
    const sent = await provider.send(instruction, never)
    const found = await provider.lookUp(instruction, never)
    if (found || provider.capabilities.authoritativeLookup) {
      expect(found?.provider_ref).toBe(sent.provider_ref)
    }
  })

  it("opens one account for a key, and says how it stands when asked again", async () => {
    const { provider } = subject()
    const opening = request(subject())
    const state = await provider.account(opening, never)
    expect(state.provider_account_id).toBeTruthy()
    expect(await provider.account(opening, never)).toEqual(state)
    const { provider_account_id } = state
    const asking = { ...opening, provider_account_id, context: {} }
    const again = await provider.account(asking, never)
    expect(again.provider_account_id).toBe(provider_account_id)
    expect(again.status).toBe(state.status)
    const { moved } = subject()
    if (moved) {
      // What follows from another id, holding payouts and telling the owners, is the module's.
      const elsewhere = await provider.account(
        { ...asking, context: moved },
        never
      )
      expect(elsewhere.provider_account_id).not.toBe(provider_account_id)
    }
  })

  it("sends a seller to a page or says what to do, when it wants anything", async () => {
    const { provider } = subject()
    const { provider_account_id } = await provider.account(
      request(subject()),
      never
    )
    const pages = {
      return_url: "https://vendor.example.com/back",
      refresh_url: "https://vendor.example.com/again",
    }
    const onboarding = await provider.onboard?.(
      { provider_account_id, ...pages },
      never
    )
    for (const said of Object.values(onboarding ?? {})) {
      expect(said).toMatch(/\S/)
    }
  })

  it("takes back what it can, and says that its money is there again", async () => {
    const { provider } = subject()
    const instruction = await instruct(subject())
    const { provider_ref } = await provider.send(instruction, never)
    const transfer = { ...instruction, provider_ref }
    const cancelled = await provider.cancel?.(transfer, never)
    expect(["failed", "returned", undefined]).toContain(cancelled?.status)
    const again = await provider.cancel?.(transfer, never)
    expect(again?.status).toBe(cancelled?.status)
  })

  it("refuses a message that it cannot verify", async () => {
    const body = Buffer.from(
      JSON.stringify({ event_id: "evt_forged", type: "ignored" })
    )
    await expect(
      subject().provider.readEvent({ body, headers: {} })
    ).rejects.toMatchObject({ type: "unauthorized" })
  })
}

/** What happens when a call goes wrong, for providers whose outside world a test can disturb. */
export function payoutFaultContract(
  subject: () => PayoutSubject & OutsideWorld
): void {
  it("executes a key once, however often it is sent", async () => {
    const { provider, executed } = subject()
    const instruction = await instruct(subject())
    await Promise.all([1, 2, 3].map(() => provider.send(instruction, never)))
    expect(executed(instruction.payout_id)).toBe(1)
  })

  it.each(["lost", "error"] as const)(
    "throws when it cannot know (%s), unless its key makes sure at once, and finds out later",
    async (how) => {
      const { provider, fail, executed } = subject()
      const instruction = await instruct(subject())
      fail(how)
      const sent = await provider
        .send(instruction, never)
        .catch(() => undefined)
      expect(sent?.status === "failed").toBe(false)
      expect(Boolean(sent) && how === "error").toBe(false)
      const found = await provider.lookUp(instruction, never)
      expect(Boolean(found)).toBe(how === "lost")
      await provider.send(instruction, never)
      expect(executed(instruction.payout_id)).toBe(1)
    }
  )

  it("answers a definite refusal as failed, with a reason, and moves nothing", async () => {
    const { provider, fail, executed } = subject()
    const instruction = await instruct(subject())
    fail("refuse")
    const result = await provider.send(instruction, never)
    expect(result.status).toBe("failed")
    expect(result.reason).toBeTruthy()
    expect(executed(instruction.payout_id)).toBe(0)
  })
}
