import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { freeForm, isRecord } from "./record"

/** The request that a value came with, what stands in its path, and the object that holds the value. */
export type ShapeContext = {
  req: MedusaRequest
  params: Readonly<Record<string, string>>
  parent: Readonly<Record<string, unknown>>
}

/** Makes another value of one; absent values are undefined, and undefined takes the key away. */
export type Change = (value: unknown, at: ShapeContext) => unknown

/**
 * How one form of a body becomes another: path → change, in this order. `a[].b`
 * walks a list, `**.b` looks at every depth, `""` is the whole body, the only
 * one whose change may be async.
 *
 * @example { "products[].status": words({ held: "draft" }), "variants[].sku": emptyIsAbsent }
 */
export type Shape = Readonly<Record<string, Change>>

/** A new body in the shape; the given one stays as it is. */
export async function reshape(
  body: unknown,
  shapes: Shape | readonly Shape[],
  of: Omit<ShapeContext, "parent">
): Promise<unknown> {
  let shaped = body
  for (const shape of [shapes].flat()) {
    for (const [path, change] of Object.entries(shape)) {
      shaped = path
        ? along(shaped, path.split("."), (value, parent) =>
            change(value, { ...of, parent })
          )
        : await change(shaped, { ...of, parent: {} })
    }
  }
  return shaped
}

type Step = (value: unknown, parent: Record<string, unknown>) => unknown

function along(
  node: unknown,
  [segment = "", ...rest]: string[],
  change: Step
): unknown {
  if (segment === "**") {
    return everywhere(node, rest, change)
  }
  if (!isPlain(node)) {
    return node
  }
  const isList = segment.endsWith("[]")
  const key = isList ? segment.slice(0, -2) : segment
  const value = Object.hasOwn(node, key) ? node[key] : undefined
  const step = (inner: unknown) =>
    rest.length ? along(inner, rest, change) : change(inner, node)
  const changed = isList ? eachOf(value, step) : step(value)
  if (changed === value) {
    return node
  }
  const { [key]: _old, ...others } = node
  return changed === undefined ? others : { ...node, [key]: changed }
}

const eachOf = (list: unknown, step: (item: unknown) => unknown) =>
  Array.isArray(list)
    ? list.map(step).filter((item) => item !== undefined)
    : list

function everywhere(node: unknown, path: string[], change: Step): unknown {
  if (Array.isArray(node)) {
    return node.map((item) => everywhere(item, path, change))
  }
  if (!isPlain(node)) {
    return node
  }
  const inner = Object.entries(node).map(([key, value]) => [
    key,
    freeForm.has(key) ? value : everywhere(value, path, change),
  ])
  return along(Object.fromEntries(inner), path, change)
}

/** Dates and the like are values, whatever they are made of. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype
}

/** For a key that clients send and nobody reads. */
export const dropped: Change = () => undefined

/** For a form's field that was left empty. */
export const emptyIsAbsent: Change = (value) =>
  value === "" ? undefined : value

/** For a form's field that was cleared. */
export const emptyIsNull: Change = (value) => (value === "" ? null : value)

/** What an absent value means. */
export const byDefault =
  (fallback: unknown): Change =>
  (value) =>
    value === undefined ? fallback : value

/** Other words for some of the texts. */
export const words =
  (meaning: Readonly<Record<string, unknown>>): Change =>
  (value) =>
    typeof value === "string" && Object.hasOwn(meaning, value)
      ? meaning[value]
      : value

/** Two entries of a shape: what is under `from` is read under `to`. */
export const renamed = (from: string, to: string): Shape => ({
  [to]: (value, { parent }) => value ?? parent[from],
  [from]: dropped,
})

/** A second name for what is under `from`. */
export const alsoAs = (from: string, to: string): Shape => ({
  [to]: (value, { parent }) => value ?? parent[from],
})

/**
 * A field that must be a text, in front of validators of Medusa 2.21 that call
 * `trim` on whatever was sent and answer 500.
 */
export const textAt =
  (field: string, { required }: { required: boolean }): Change =>
  (value) => {
    if (typeof value !== "string" && (required || value !== undefined)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: Field '${field}' takes a text`
      )
    }
    return value
  }

/** Some of Medusa's handlers answer an unknown id with an empty 200. */
export const existing: Change = (body) => {
  if (isRecord(body) && Object.values(body).some(Boolean)) {
    return body
  }
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "There is no row with this id"
  )
}
