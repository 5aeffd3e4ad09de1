import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses a body whose field is not a text, in front of validators of Medusa
 * 2.21 that call `trim` on whatever was sent and answer 500.
 *
 * @param required - An absent field is refused, too.
 */
export function ensureText(
  field: string,
  { required }: { required: boolean }
): MiddlewareFunction {
  return function ensureTextField(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const sent: unknown = req.body
    const body = typeof sent === "object" && sent !== null ? sent : {}
    const value: unknown = Object.hasOwn(body, field)
      ? Reflect.get(body, field)
      : undefined
    if (typeof value !== "string" && (required || value !== undefined)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: Field '${field}' takes a text`
      )
    }
    next()
  }
}
