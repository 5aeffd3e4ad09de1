import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { freeForm, isRecord } from "./record"

const listsOfIds = new Set(["add", "remove", "create", "update", "delete"])

function unrecognized(paths: string[]): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Unrecognized fields: '${paths.join(", ")}'`
  )
}

/**
 * Refuses every id in the body that the row does not name, so that an id which
 * a newer Medusa accepts is closed until somebody says whose row it must be.
 */
export function onlyNamedIds(
  refs: Readonly<Record<string, string>>
): MiddlewareFunction {
  return function refuseUnnamedIds(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const unnamed = idPaths(req.body, "").filter(
      (path) => !Object.hasOwn(refs, path)
    )
    if (unnamed.length) {
      unrecognized([...new Set(unnamed)])
    }
    next()
  }
}

function idPaths(node: unknown, at: string): string[] {
  if (Array.isArray(node)) {
    return node.flatMap((item) => idPaths(item, at))
  }
  if (typeof node !== "object" || node === null) {
    return []
  }
  return Object.entries(node).flatMap(([key, value]) => {
    if (freeForm.has(key) || value === null || value === undefined) {
      return []
    }
    const path = `${at}${at && "."}${key}${Array.isArray(value) ? "[]" : ""}`
    const isText = [value].flat().some((item) => typeof item !== "object")
    const isId = /(^|_)ids?$/.test(key) || (listsOfIds.has(key) && isText)
    return isId ? [path] : idPaths(value, path)
  })
}

/** What no body may hold, whatever Medusa's validator lets pass. */
export const bodyGuards = (
  refs: Readonly<Record<string, string>>
): MiddlewareFunction[] => [onlyNamedIds(refs), refuseNegativeAmounts]

/** Medusa's validators drop unknown keys below the first level, and some routes have none; here unknown keys are refused at every level. */
export function refuseDroppedKeys(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const dropped = droppedKeys(req.body, req.validatedBody ?? {}, "")
  if (dropped.length) {
    unrecognized(dropped)
  }
  next()
}

function droppedKeys(sent: unknown, kept: unknown, at: string): string[] {
  if (Array.isArray(sent) && Array.isArray(kept)) {
    return sent.flatMap((item, n) => droppedKeys(item, kept[n], `${at}[]`))
  }
  if (!isRecord(sent) || !isRecord(kept)) {
    return []
  }
  return Object.entries(sent).flatMap(([key, value]) => {
    const path = `${at}${at && "."}${key}`
    return Object.hasOwn(kept, key)
      ? droppedKeys(value, kept[key], path)
      : [path]
  })
}

/**
 * An amount below zero would be paid out of what a buyer owes to others; Medusa's
 * validators take any number.
 *
 * @throws MedusaError INVALID_DATA when any `amount` in the body is negative.
 */
function refuseNegativeAmounts(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (hasNegativeAmount(req.body)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "amount must not be below 0"
    )
  }
  next()
}

function hasNegativeAmount(node: unknown): boolean {
  if (typeof node !== "object" || node === null) {
    return false
  }
  return Object.entries(node).some(
    ([key, value]) =>
      !freeForm.has(key) &&
      (key === "amount" ? Number(value) < 0 : hasNegativeAmount(value))
  )
}
