import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readFromMemory } from "../../workflows/freshness/read-from-memory"

/** Reads that change seldom come from memory; a completion reads everything from the database. */
export function rememberReads(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (/\/complete\/?$/.test(req.path)) {
    return next()
  }
  readFromMemory(req.scope, next)
}
