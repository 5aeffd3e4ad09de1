import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isRecord } from "../_kit/record"

/** Classic panels know flat prices only and send no `price_type`. */
export function flatByDefault(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (isRecord(req.body)) {
    req.body = { price_type: "flat", ...req.body }
  }
  next()
}

/** Medusa 2.21 answers nonsense for a list that is left out. */
export function allBatchLists(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (isRecord(req.body)) {
    req.body = { create: [], update: [], delete: [], ...req.body }
  }
  next()
}
