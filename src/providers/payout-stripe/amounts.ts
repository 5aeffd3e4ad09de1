/** Stripe's own digits: docs.stripe.com/currencies, "zero-decimal" and "three-decimal". */
const zeroDecimal = new Set(
  "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ")
)
const threeDecimal = new Set("bhd jod kwd omr tnd".split(" "))

/** Two digits on the wire, but whole units only. */
const wholeUnits = new Set(["huf", "isk", "twd", "ugx"])

export const stripeDigits = (currency: string): number =>
  zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2

/**
 * The smallest step that Stripe pays, in units of `scale` digits: tens for three
 * digits, whole units of some currencies with two.
 */
export function stripeQuantum(currency: string, scale: number): bigint {
  const digits = stripeDigits(currency)
  const step = threeDecimal.has(currency)
    ? 10n
    : wholeUnits.has(currency)
      ? 100n
      : 1n
  return scale >= digits
    ? step * 10n ** BigInt(scale - digits)
    : maximum(step / 10n ** BigInt(digits - scale), 1n)
}

/** Units of `scale` digits in Stripe's. A quantum never leaves a rest. */
export function toStripeAmount(
  amount: bigint,
  scale: number,
  currency: string
): number {
  const digits = stripeDigits(currency)
  const scaled =
    scale <= digits
      ? amount * 10n ** BigInt(digits - scale)
      : amount / 10n ** BigInt(scale - digits)
  return Number(scaled)
}

const maximum = (a: bigint, b: bigint) => (a > b ? a : b)
