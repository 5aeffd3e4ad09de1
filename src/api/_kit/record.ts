/** An object that is no list. Medusa's `isObject` asks the value for its constructor, which a client may write. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Free-form records: what is inside belongs to whoever reads them. */
export const freeForm: ReadonlySet<string> = new Set([
  "metadata",
  "additional_data",
  "data",
])

/**
 * The same record one level deeper.
 *
 * @example under("variants[].", { id: "product_variant" }) // { "variants[].id": "product_variant" }
 */
export function under<T>(
  path: string,
  entries: Readonly<Record<string, T>>
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [`${path}${key}`, value])
  )
}
