import {
  validateAndTransformBody,
  type MiddlewareFunction,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"

const schemas = new WeakMap<object, z.ZodType>()

/** Medusa's validator of a body, which the API's documents are made of, too. */
export function takesBody(schema: z.ZodType): MiddlewareFunction {
  const middleware = validateAndTransformBody(schema)
  schemas.set(middleware, schema)
  return middleware
}

/** The wrapper of a validator checks what the validator checks. */
export function withSchemaOf(
  validator: MiddlewareFunction,
  wrapper: MiddlewareFunction
): MiddlewareFunction {
  const schema = schemas.get(validator)
  if (schema) {
    schemas.set(wrapper, schema)
  }
  return wrapper
}

/** What the body of a route must be; undefined for routes without one of ours. */
export function bodySchemaOf(
  middlewares: readonly MiddlewareFunction[] = []
): z.ZodType | undefined {
  return middlewares.map((middleware) => schemas.get(middleware)).find(Boolean)
}
