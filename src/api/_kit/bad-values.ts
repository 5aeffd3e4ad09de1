import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { isObject, MedusaError } from "@medusajs/framework/utils"

/**
 * Wraps a handler so that a value which Medusa's validator let pass and
 * PostgreSQL refuses (a date that is none, a number out of range) is the
 * client's error and not the server's. Medusa 2.21 answers it with 500.
 */
export function refuseBadValues(
  handler: MiddlewareFunction
): MiddlewareFunction {
  return async function withoutBadValues(
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) {
    try {
      await handler(req, res, next)
    } catch (error) {
      throw isDataException(error)
        ? new MedusaError(
            MedusaError.Types.INVALID_DATA,
            "A value has the wrong form or is out of range"
          )
        : error
    }
  }
}

/** SQLSTATE class 22. */
function isDataException(error: unknown): boolean {
  return (
    isObject(error) &&
    "code" in error &&
    typeof error.code === "string" &&
    /^22[0-9A-Z]{3}$/.test(error.code)
  )
}

/**
 * PostgreSQL cannot hold a zero byte and breaks off the statement.
 *
 * @throws MedusaError INVALID_DATA when any text in `input`, keys included, has one.
 */
export function refuseZeroBytes(input: unknown): void {
  if (hasZeroByte(input)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A text must not contain a zero byte"
    )
  }
}

function hasZeroByte(value: unknown): boolean {
  if (typeof value === "string") {
    return value.includes("\0")
  }
  if (typeof value !== "object" || value === null) {
    return false
  }
  return Object.entries(value).some(
    ([key, inner]) => key.includes("\0") || hasZeroByte(inner)
  )
}
