import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isRecord } from "../../_kit/record"

/** Classic storefronts see a refusal by the key `error` of its body, not by its status. */
export function refuseWithError(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body) =>
    json(
      res.statusCode >= 400 && isRecord(body)
        ? { ...body, error: body.message ?? "Refused" }
        : body
    )
  next()
}
