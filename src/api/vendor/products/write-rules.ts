import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isObject, MedusaError } from "@medusajs/framework/utils"

/**
 * What Medusa allows an operator and a seller must not do: make an option that
 * products of everybody share, or take a product out of the seller's shipping.
 *
 * @throws MedusaError INVALID_DATA naming the field.
 */
export function refuseForeignRules(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const body = isObject(req.body) ? req.body : {}
  const rows: unknown[] = [body]
  for (const key of ["create", "update"]) {
    const list: unknown = Reflect.get(body, key)
    rows.push(...(Array.isArray(list) ? list : []))
  }
  rows.forEach(ensureOwnRules)
  next()
}

function ensureOwnRules(row: unknown): void {
  if (!isObject(row)) {
    return
  }
  if (Reflect.get(row, "shipping_profile_id") === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "shipping_profile_id must name a shipping profile of the seller"
    )
  }
  const options: unknown = Reflect.get(row, "options")
  const shared = (Array.isArray(options) ? options : []).some(
    (option: unknown) => isObject(option) && "is_exclusive" in option
  )
  if (shared) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Unrecognized fields: 'options[].is_exclusive'"
    )
  }
}
