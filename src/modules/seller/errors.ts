import { MedusaError } from "@medusajs/framework/utils"

/** 409; see `keepConflict` in `src/api/_kit` for how its words reach the client. */
export function conflict(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.CONFLICT, message)
}

export function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

export function forbidden(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.FORBIDDEN, message)
}

/** The words of a missing row, also for a row of somebody else. */
export function notFound(what: string, id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `${what} with id: ${id} was not found`
  )
}
