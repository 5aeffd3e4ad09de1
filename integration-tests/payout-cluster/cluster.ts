import { fork, type ChildProcess } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** A PostgreSQL of its own that writes safely and may be stopped in the middle. */
export class StormCluster {
  url = ""
  private readonly dir = mkdtempSync(join(tmpdir(), "marketplace-storm-"))
  private keeper: ChildProcess | undefined

  async start(): Promise<this> {
    // Run as root, PostgreSQL's own account has to get in.
    chmodSync(this.dir, 0o755)
    const keeper = fork(
      join(__dirname, "worker.ts"),
      [join(this.dir, "cluster")],
      {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, NODE_OPTIONS: "" },
      }
    )
    this.keeper = keeper
    this.url = await new Promise<string>((done, fail) => {
      keeper.once("message", (url: string) => done(url))
      keeper.once("exit", () => fail(new Error("PostgreSQL did not start")))
    })
    return this
  }

  /** PostgreSQL's immediate shutdown: no checkpoint, every backend aborts; the next start recovers from the log. */
  async stopImmediately(): Promise<void> {
    const pidFile = join(this.dir, "cluster", "data", "postmaster.pid")
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0])
    process.kill(pid, "SIGQUIT")
    while (isRunning(pid)) {
      await sleep(20)
    }
    await this.dismiss()
  }

  async remove(): Promise<void> {
    await this.dismiss()
    rmSync(this.dir, { recursive: true, force: true })
  }

  private async dismiss(): Promise<void> {
    const { keeper } = this
    if (keeper && keeper.exitCode === null) {
      const gone = new Promise((done) => keeper.once("exit", done))
      keeper.disconnect()
      await gone
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
