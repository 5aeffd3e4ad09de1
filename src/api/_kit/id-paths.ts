import { MedusaError } from "@medusajs/framework/utils"

/**
 * The ids at one path of a parsed body or query. `prices[].variant_id` walks
 * lists; null and absent values have no id.
 *
 * @throws MedusaError INVALID_DATA for anything but texts at the path: what is not an id cannot be checked, so it goes no further.
 * @example idsAt({ add: ["prod_1"] }, "add[]") // ["prod_1"]
 */
export function idsAt(source: unknown, path: string): string[] {
  const values = path
    .split(".")
    .reduce<unknown[]>(
      (nodes, key) => nodes.flatMap((node) => step(node, key)),
      [source]
    )
  return values.map((value) => {
    if (typeof value !== "string" || !value) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `${path} takes an id`
      )
    }
    return value
  })
}

function step(node: unknown, segment: string): unknown[] {
  const isList = segment.endsWith("[]")
  const key = isList ? segment.slice(0, -2) : segment
  if (typeof node !== "object" || node === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `An object with ${key} was expected`
    )
  }
  const value: unknown = Object.hasOwn(node, key)
    ? Reflect.get(node, key)
    : undefined
  if (value === undefined || value === null) {
    return []
  }
  if (!isList) {
    return [value]
  }
  if (!Array.isArray(value)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${key} takes a list`)
  }
  return value
}
