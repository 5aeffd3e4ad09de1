const ourId = /\b[a-z]{2,12}_[0-9A-HJKMNP-TV-Z]{26}\b/g

/**
 * An error as it may be kept in a row: its class, type, code and the ids it
 * names. Messages may quote an e-mail, an address or a provider's answer, so
 * they go to the log only.
 *
 * @example describeError(error) // "MedusaError not_found ordset_01JB…"
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return "unknown error"
  }
  const { type, code } = error as { type?: unknown; code?: unknown }
  const words = [type, code].filter(
    (word) => typeof word === "string" && /^[\w-]{1,40}$/.test(word)
  )
  const ids = new Set(error.message.match(ourId))
  return [error.name, ...words, ...ids].join(" ").slice(0, 300)
}
