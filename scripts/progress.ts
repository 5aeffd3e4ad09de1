import { BootFailure } from "./server"
import { PlainProblem } from "./services"
import { seconds } from "./test/report"

/** Runs one step of a script and says what it does and how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<T>
): Promise<T> {
  const start = Date.now()
  console.log(`… ${name}`)
  const result = await work()
  console.log(`✓ ${name} (${seconds(Date.now() - start)})`)
  return result
}

/** What has been started, ended in reverse order. */
export class Running {
  private readonly stops: (() => Promise<void>)[] = []
  private ending: Promise<void> | undefined

  add(stop: () => Promise<void>): void {
    this.stops.unshift(stop)
  }

  get isEnding(): boolean {
    return this.ending !== undefined
  }

  /** Safe to call again while it is at work. */
  end(): Promise<void> {
    this.ending ??= (async () => {
      for (const stop of this.stops) {
        await stop()
      }
    })()
    return this.ending
  }
}

/**
 * The frame of a script that starts things: Ctrl-C and `kill` end all of them,
 * so does a failure, which is told in a sentence when it is a known one.
 */
export async function runScript(
  work: (running: Running) => Promise<void>
): Promise<void> {
  const running = new Running()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      void running.end().finally(() => process.exit(130))
    })
  }
  try {
    await work(running)
  } catch (error) {
    console.error(
      error instanceof PlainProblem || error instanceof BootFailure
        ? `\n${error.message}`
        : error
    )
    process.exitCode = 1
  } finally {
    await running.end()
  }
}
