import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { program, runCommand } from "./command"
import type { Count } from "./report"

/** What jest says about itself, not about the code. */
const noise = [
  /^Force exiting Jest/,
  /^Test results written to/,
  /^Ran all test suites/,
]

export type JestRun = {
  project: "unit" | "integration" | "processes" | "prove"
  workers: number
  /** Paths and jest flags that narrow the run. */
  only: string[]
  env: NodeJS.ProcessEnv
}

/** Runs one jest project; its reports pass through, its counts come from its own JSON. */
export async function runJest(run: JestRun): Promise<Count> {
  const place = mkdtempSync(join(tmpdir(), "marketplace-jest-"))
  const results = join(place, "results.json")
  try {
    const { code } = await runCommand(
      [
        ...program("jest"),
        ...["--selectProjects", run.project, "--forceExit"],
        ...["--maxWorkers", String(run.workers)],
        ...["--json", "--outputFile", results],
        ...(process.stdout.isTTY ? ["--colors"] : []),
        ...run.only,
      ],
      {
        // Jest's --experimental-vm-modules: ES modules come by `await import()`.
        env: { ...run.env, NODE_OPTIONS: "--experimental-vm-modules" },
        onLine: (line) => {
          if (!noise.some((pattern) => pattern.test(line))) {
            console.log(line)
          }
        },
      }
    )
    return countResults(results, code)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** A file that does not even load is a failure, and so is a run without a single test or one that broke off. */
function countResults(results: string, code: number): Count {
  try {
    const report = JSON.parse(readFileSync(results, "utf8"))
    const passed: number = report.numPassedTests
    const failed: number = report.numFailedTests + unloadedFiles(report)
    if (passed + failed === 0) {
      console.log("  ✗ no test ran")
    }
    const unsaid = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0
    return { passed, failed: failed + unsaid }
  } catch {
    console.log(`  ✗ jest ended with code ${code} and without a report`)
    return { passed: 0, failed: 1 }
  }
}

const unloadedFiles = (report: { numRuntimeErrorTestSuites: number }) =>
  report.numRuntimeErrorTestSuites
