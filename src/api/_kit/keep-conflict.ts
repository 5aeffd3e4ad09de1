import { MedusaError } from "@medusajs/framework/utils"

/** Shaped as Express' own errors, which Medusa answers as they are. */
class ConflictAnswer extends Error {
  readonly status = 409
  readonly statusCode = 409
  readonly expose = true
}

/**
 * Awaits a workflow whose CONFLICT says what the client can do about it: Medusa
 * 2.21 answers 409 for one, but with a message of its own.
 *
 * @example const { result } = await keepConflict(registerSellerWorkflow(req.scope).run({ input }))
 */
export async function keepConflict<T>(running: Promise<T>): Promise<T> {
  try {
    return await running
  } catch (error) {
    if (isConflict(error)) {
      throw new ConflictAnswer(error.message)
    }
    throw error
  }
}

/** Workflows throw the serialised form of an error. */
function isConflict(error: unknown): error is { message: string } {
  return (
    typeof error === "object" &&
    error !== null &&
    "type" in error &&
    error.type === MedusaError.Types.CONFLICT &&
    "message" in error &&
    typeof error.message === "string"
  )
}
