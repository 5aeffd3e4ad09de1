const ourId = /\b[a-z]{2,12}_[0-9A-HJKMNP-TV-Z]{26}\b/g

/**
 * An error as it may be kept in a row: its class, type, code and the ids it
 * names. Messages may quote an e-mail, an address or a provider's answer, so
 * they go to the log only.
 *
 * @example describeError(error) // "MedusaError not_found ordset_01JB…"
 */
export function describeError(error: unknown): string {
  // What a workflow throws is often a serialised error: a plain object.
  const { name, message, type, code } = Object(error) as Record<string, unknown>
  if (typeof message !== "string") {
    return "unknown error"
  }
  const words = [name ?? "Error", type, code].filter(
    (word) => typeof word === "string" && /^[\w-]{1,40}$/.test(word)
  )
  const ids = new Set(message.match(ourId))
  return [...words, ...ids].join(" ").slice(0, 300)
}

/** What an error says, for the log; a serialised one would print as `[object Object]`. */
export function messageOf(error: unknown): string {
  const { message } = Object(error) as Record<string, unknown>
  return typeof message === "string" ? message : String(error)
}
