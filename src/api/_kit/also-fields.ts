import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"

/** Asks for fields beside those that the client asks for; before Medusa's validator of the query. */
export function alsoFields(fields: readonly string[]): MiddlewareFunction {
  return function askForMore(
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    const { fields: asked, ...rest } = req.query
    const texts = [asked]
      .flat()
      .flatMap((text) => (typeof text === "string" && text ? [text] : []))
    const query = { ...rest, fields: [...texts, ...fields].join(",") }
    Object.assign(req, { query })
    next()
  }
}
