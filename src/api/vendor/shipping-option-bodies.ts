import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isObject } from "@medusajs/framework/utils"

/** Classic panels know flat prices only and send no `price_type`. */
export function flatByDefault(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (isObject(req.body)) {
    req.body = { price_type: "flat", ...req.body }
  }
  next()
}
