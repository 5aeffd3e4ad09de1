import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isRecord } from "../../_kit/record"

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
  const body = isRecord(req.body) ? req.body : {}
  const rows: unknown[] = [body]
  for (const key of ["create", "update"]) {
    const list = body[key]
    rows.push(...(Array.isArray(list) ? list : []))
  }
  rows.forEach(ensureOwnRules)
  next()
}

function ensureOwnRules(row: unknown): void {
  if (!isRecord(row)) {
    return
  }
  if (row.shipping_profile_id === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "shipping_profile_id must name a shipping profile of the seller"
    )
  }
  const shared = [row.options]
    .flat()
    .some((option: unknown) => isRecord(option) && "is_exclusive" in option)
  if (shared) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Unrecognized fields: 'options[].is_exclusive'"
    )
  }
}
