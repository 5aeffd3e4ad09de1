import fc from "fast-check"
import type { Books } from "../payout-books"
import { anyCommand, runSequence } from "./commands"

/**
 * Random sequences of commands against the real module and a model.
 *
 * @returns how many commands had something to do.
 */
export async function proveModel(
  books: Books,
  size: {
    sequences: number
    commands: number
    seed: number
    /** Also ends the search for a smaller sequence that fails. */
    limitSeconds: number
  }
): Promise<number> {
  const { sequences, commands, seed, limitSeconds } = size
  let run = 0
  let done = 0
  const sequence = fc.array(anyCommand, {
    ...{ minLength: commands, maxLength: commands, size: "max" },
  })
  await fc.assert(
    fc.asyncProperty(sequence, async (all) => {
      run += 1
      done += await runSequence(books, `m${run}`, all)
    }),
    {
      ...{ seed, numRuns: sequences, markInterruptAsFailure: true },
      interruptAfterTimeLimit: limitSeconds * 1000,
    }
  )
  return done
}
