import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { isRecord } from "./record"

/** Wraps a handler of Medusa whose answer clients read under another key. */
export function renameKey(
  handler: MiddlewareFunction,
  from: string,
  to: string
): MiddlewareFunction {
  return function withRenamedKey(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): unknown {
    const json = res.json.bind(res)
    res.json = (body: unknown) => {
      if (!isRecord(body) || !(from in body)) {
        return json(body)
      }
      const { [from]: rows, ...rest } = body
      return json({ [to]: rows, ...rest })
    }
    return handler(req, res, next)
  }
}
