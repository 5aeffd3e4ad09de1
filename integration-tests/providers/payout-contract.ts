import type {
  PayoutInstruction,
  PayoutProvider,
} from "../../src/modules/payout/payouts/provider"

export type PayoutSubject = {
  provider: PayoutProvider
}

export type OutsideWorld = {
  /** How many transfers the outside world saw of a payout. */
  executed: (payoutId: string) => number
  /** Makes the next call fail: executed with its answer lost, not executed, or refused for good. */
  fail: (how: "lost" | "error" | "refuse") => void
}

let counter = 0

const instruct = (): PayoutInstruction => {
  const id = `pout_contract_${Date.now().toString(36)}_${(counter += 1)}`
  return {
    payout_id: id,
    idempotency_key: `${id}:1`,
    seller_id: "sel_contract",
    provider_account_id: "account_1",
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
    const instruction = instruct()
    const first = await provider.send(instruction, never)
    const second = await provider.send(instruction, never)
    expect(["submitted", "paid"]).toContain(first.status)
    expect(second.provider_ref).toBe(first.provider_ref)
  })

  it("finds what it executed, and answers null for what it never saw", async () => {
    const { provider } = subject()
    const instruction = instruct()
    expect(await provider.lookUp(instruction, never)).toBeNull()
    const sent = await provider.send(instruction, never)
    const found = await provider.lookUp(instruction, never)
    const sure = provider.capabilities.authoritativeLookup
    expect(found?.provider_ref ?? null).toBe(sure ? sent.provider_ref : null)
  })

  it("says how a seller's account stands, the same when asked again", async () => {
    const { provider } = subject()
    const seller = { seller_id: "sel_contract", provider_account_id: null }
    const state = await provider.account(seller)
    expect(state.provider_account_id).toBeTruthy()
    expect(await provider.account({ ...seller, ...state })).toEqual(state)
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
    const instruction = instruct()
    await Promise.all([1, 2, 3].map(() => provider.send(instruction, never)))
    expect(executed(instruction.payout_id)).toBe(1)
  })

  it.each(["lost", "error"] as const)(
    "throws when it cannot know (%s), and finds out later",
    async (how) => {
      const { provider, fail, executed } = subject()
      const instruction = instruct()
      fail(how)
      await expect(provider.send(instruction, never)).rejects.toThrow()
      const found = await provider.lookUp(instruction, never)
      expect(Boolean(found)).toBe(how === "lost")
      await provider.send(instruction, never)
      expect(executed(instruction.payout_id)).toBe(1)
    }
  )

  it("answers a definite refusal as failed, with a reason, and moves nothing", async () => {
    const { provider, fail, executed } = subject()
    const instruction = instruct()
    fail("refuse")
    const result = await provider.send(instruction, never)
    expect(result.status).toBe("failed")
    expect(result.reason).toBeTruthy()
    expect(executed(instruction.payout_id)).toBe(0)
  })
}
