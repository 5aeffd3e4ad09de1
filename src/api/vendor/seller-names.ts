import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isRecord } from "../_kit/record"
import { sellerContext } from "../_kit/vendor-route"

/**
 * Medusa wants names of shipping profiles, fulfilment sets and service zones
 * unique among all sellers: they are stored as `<seller id>:<name>`.
 */
export function storeOwnName(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const prefix = `${sellerContext(req).sellerId}:`
  if (isRecord(req.body)) {
    const { name, ...body } = req.body
    if (typeof name === "string" && !name.startsWith(prefix)) {
      req.body = { ...body, name: `${prefix}${name}` }
    } else if (name === null) {
      req.body = body
    }
  }
  next()
}

const prefixed = /^(fulfillment_sets?|service_zones?|parent)$/

/**
 * Takes the prefix off again in answers. Names of shipping profiles keep it:
 * classic panels show what stands behind the colon, and cannot do without one.
 */
export function presentOwnNames(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const prefix = `${sellerContext(req).sellerId}:`
  const json = res.json.bind(res)
  res.json = (body) => json(withoutPrefix(body, prefix, ""))
  next()
}

function withoutPrefix(value: unknown, prefix: string, key: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => withoutPrefix(item, prefix, key))
  }
  if (!value || Object.getPrototypeOf(value) !== Object.prototype) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === "name" && prefixed.test(key) && typeof inner === "string"
        ? inner.replace(prefix, "")
        : withoutPrefix(inner, prefix, name),
    ])
  )
}
