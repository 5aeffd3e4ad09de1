import type { Claim } from "./claim"
import { instructionOf } from "./payout-rows"
import type { PayoutProvider, PayoutResult } from "../../../payout-provider"

export type CallOutcome = PayoutResult | { status: "unknown"; reason: string }

/**
 * Calls the provider for a claimed payout, outside any database transaction.
 * A try that may have been executed is asked for first, and sent again only
 * while the provider surely still knows its key, or surely knows that it never
 * happened. Never throws: what cannot be known is `unknown`.
 */
export async function askOrSend(
  provider: PayoutProvider,
  claim: Claim,
  timeoutSeconds: number
): Promise<CallOutcome> {
  const instruction = instructionOf(claim)
  const started = Date.now()
  try {
    if (claim.sent_before) {
      const found = await within(timeoutSeconds, (signal) =>
        provider.lookUp(instruction, signal)
      )
      if (found) {
        return found
      }
      const age = claim.age_seconds + (Date.now() - started) / 1000
      const { keyWindowSeconds, authoritativeLookup } = provider.capabilities
      // The key must still be known when the call arrives, not only now.
      if (age + timeoutSeconds >= keyWindowSeconds && !authoritativeLookup) {
        return {
          status: "unknown",
          reason: `The provider does not find it, and its memory of the key is over: ask the provider and settle payout ${claim.id} by hand`,
        }
      }
    }
    return await within(timeoutSeconds, (signal) =>
      provider.send(instruction, signal)
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { status: "unknown", reason }
  }
}

/** Gives a call so many seconds, whether or not it listens to its signal. */
export async function within<T>(
  seconds: number,
  call: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const abort = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort()
      reject(new Error(`The provider gave no answer for ${seconds} s`))
    }, seconds * 1000)
  })
  try {
    return await Promise.race([call(abort.signal), timeOut])
  } finally {
    clearTimeout(timer)
  }
}
