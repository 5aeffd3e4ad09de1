import { isDeepStrictEqual } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import type { RequestDiff } from "../../modules/request/types"

/** Entries of the diff that change something. */
export function withoutRepeats(diff: RequestDiff): RequestDiff {
  return Object.fromEntries(
    Object.entries(diff).filter(
      ([, { from, to }]) => !isDeepStrictEqual(plain(from), plain(to))
    )
  )
}

/**
 * Refuses to apply a change to a row that is not what it was when the change
 * was asked for.
 *
 * @param asked - The diff that is stored with the request.
 * @param now - The same paths, read from the current row.
 * @throws MedusaError CONFLICT naming the paths that moved.
 */
export function ensureUnmoved(
  subject: string,
  asked: RequestDiff,
  now: RequestDiff
): void {
  const moved = Object.entries(asked).flatMap(([path, { from }]) =>
    isDeepStrictEqual(plain(from), plain(now[path]?.from)) ? [] : [path]
  )
  if (moved.length) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `${subject} was changed since this was asked for: ${moved.join(", ")}. Reject the request, so that it can be made anew`
    )
  }
}

/** As it comes back from a json column: dates are text, undefined is null. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
