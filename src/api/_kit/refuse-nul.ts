import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL keeps no text with the character NUL: the field that has one is named, whatever the route does with it. */
export function refuseNul(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const path =
    pathOfNul(req.body, "body") ??
    pathOfNul(req.query, "query") ??
    (/%00/.test(req.path) ? "path" : undefined)
  if (path) {
    return next(
      new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The value of '${path}' has a character that no text can hold (NUL)`
      )
    )
  }
  next()
}

function pathOfNul(value: unknown, path: string): string | undefined {
  if (typeof value === "string") {
    return value.includes("\0") ? path : undefined
  }
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) {
    return undefined
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = key.includes("\0") ? path : pathOfNul(inner, `${path}.${key}`)
    if (found) {
      return found
    }
  }
}
