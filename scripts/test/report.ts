/** What the last line adds up: static checks, jest tests, steps of the host check. */
export type Count = { passed: number; failed: number }

export const nothing: Count = { passed: 0, failed: 0 }

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
})

export const seconds = (milliseconds: number): string =>
  milliseconds < 90_000
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`

/** Runs one named check and prints its outcome with its time; what it throws is shown below its line. */
export async function check(
  name: string,
  run: () => Promise<unknown>
): Promise<Count> {
  const start = Date.now()
  try {
    await run()
    console.log(`  ✓ ${name} (${seconds(Date.now() - start)})`)
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.log(`  ✗ ${name} (${seconds(Date.now() - start)})`)
    const said = error instanceof Error ? error.message : String(error)
    console.log(said.trim().replace(/^/gm, "    "))
    return { passed: 0, failed: 1 }
  }
}
