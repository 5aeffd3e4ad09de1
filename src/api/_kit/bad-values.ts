import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isRecord } from "./record"
import { withSchemaOf } from "./takes-body"

/**
 * Wraps a handler so that a value which Medusa's validator let pass and
 * PostgreSQL refuses (a date that is none, a number out of range) is the
 * client's error and not the server's. Medusa 2.21 answers it with 500.
 */
export const refuseBadValues = (handler: MiddlewareFunction) =>
  withErrors(handler, isDataException)

/** The same for Medusa's validators, some of which call a method of a value before they look at it. */
export const refuseMisread = (validator: MiddlewareFunction) =>
  withSchemaOf(
    validator,
    withErrors(
      validator,
      (error) => error instanceof TypeError || isDataException(error)
    )
  )

function withErrors(
  handler: MiddlewareFunction,
  isClients: (error: unknown) => boolean
): MiddlewareFunction {
  const invalid = (message: string) =>
    new MedusaError(MedusaError.Types.INVALID_DATA, message)
  const read = (error: unknown, query: unknown) => {
    if (hasNoOperator(error)) {
      return invalid(
        `A filter's operator does not fit its column: ${operatorsIn(query).join(", ")}`
      )
    }
    if (isClients(error)) {
      return invalid("A value has the wrong form or is out of range")
    }
    const missing = missingValue(error)
    if (missing) {
      return invalid(`A value of '${missing}' is missing`)
    }
    return isPlainRefusal(error) ? invalid(error.message) : error
  }
  return async function withoutBadValues(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    // Medusa's list handlers change what they were given.
    const query = structuredClone(req.query)
    try {
      // Medusa's validators hand their errors on instead of throwing them.
      await handler(req, res, (error?: unknown) =>
        error ? next(read(error, query)) : next()
      )
    } catch (error) {
      throw read(error, query)
    }
  }
}

/** How Medusa 2.21's order workflows refuse an action or parcel of another change or order: as a fault of the server. */
const plainRefusal =
  /^(Action \S+ is not |No .+ (found )?for (order|return|claim|exchange) |Cannot receive the Return |Fulfillment with id \S+ not found in the order)/

function isPlainRefusal(error: unknown): error is { message: string } {
  return (
    isRecord(error) &&
    !("type" in error) &&
    typeof error.message === "string" &&
    plainRefusal.test(error.message)
  )
}

/** MikroORM's words for a column that Medusa's validator let be absent; answers its name. */
function missingValue(error: unknown): string | undefined {
  const message = isRecord(error) ? String(error.message) : ""
  const [, required, passed] =
    /^(?:Value for \w+\.(\w+) is required|You must pass a non-undefined value to the property (\w+) of entity)/.exec(
      message
    ) ?? []
  return required ?? passed
}

/** SQLSTATE 42883: `$ilike` on a date, `$contains` on a text. */
const hasNoOperator = (error: unknown) =>
  isRecord(error) && error.code === "42883"

/** `created_at.$ilike` for every operator in a query. */
function operatorsIn(node: unknown, at = ""): string[] {
  return Object.entries(isRecord(node) ? node : {}).flatMap(([key, value]) => {
    const path = `${at}${at && "."}${key}`
    return [...(key.startsWith("$") ? [path] : []), ...operatorsIn(value, path)]
  })
}

/** SQLSTATE class 22. */
function isDataException(error: unknown): boolean {
  return (
    isRecord(error) &&
    typeof error.code === "string" &&
    /^22[0-9A-Z]{3}$/.test(error.code)
  )
}
