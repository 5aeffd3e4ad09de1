/** An object that is no list. Medusa's `isObject` asks the value for its constructor, which a client may write. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
