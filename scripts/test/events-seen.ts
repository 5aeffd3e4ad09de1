import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "./command"
import type { Count } from "./report"

/** Where the spec files of one run write which events of ours they saw. */
export class EventsSeen {
  private readonly place = mkdtempSync(join(tmpdir(), "marketplace-events-"))
  readonly file = join(this.place, "seen")

  constructor() {
    writeFileSync(this.file, "")
  }

  /** Every event of the reference was emitted by some spec: one more check of a whole run. */
  count(): Count {
    const reference = readFileSync(join(root, "docs/events.md"), "utf8")
    const names = [...reference.matchAll(/^## `([^`]+)`$/gm)].map(
      ([, name = ""]) => name
    )
    const seen = new Set(readFileSync(this.file, "utf8").split("\n"))
    const missing = names.filter((name) => !seen.has(name))
    console.log(
      missing.length
        ? `  ✗ events that no spec emitted: ${missing.join(", ")}`
        : `  ✓ all ${names.length} events of docs/events.md were emitted, and no other of ours`
    )
    return missing.length ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
  }

  remove(): void {
    rmSync(this.place, { recursive: true, force: true })
  }
}
