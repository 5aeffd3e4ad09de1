import { program, runOrThrow } from "./command"
import { exportedPaths, misplacedFiles, pack, packed } from "./package"
import { add, check, nothing, type Count } from "./report"

const eachFolder = ["src", "scripts", "integration-tests"]

/** The checks of the sources, then those of the packed package; in the order of their cost. */
const checks: Record<string, () => Promise<unknown>> = {
  format: () => runOrThrow([...program("prettier"), "--check", "."]),
  types: () =>
    runOrThrow([
      ...program("typescript", "tsc"),
      ...["--noEmit", "-p", "tsconfig.tests.json"],
    ]),
  rooms: () =>
    runOrThrow([
      ...program("dependency-cruiser", "depcruise"),
      ...["--output-type", "err-long", ...eachFolder],
    ]),
  "generated docs": () =>
    runOrThrow([...program("tsx"), "scripts/docs.ts", "--check"]),
  "dead code": () => runOrThrow(program("knip")),
  lint: () => runOrThrow([...program("eslint"), "."]),
  build: pack,
  "package contents": async () => {
    const misplaced = misplacedFiles(await packed())
    if (misplaced.length) {
      throw new Error(misplaced.join("\n"))
    }
  },
  publint: async () =>
    runOrThrow([
      ...program("publint"),
      ...["run", (await packed()).tarball, "--strict"],
    ]),
  "types of the package": async () => {
    const contents = await packed()
    const typed = exportedPaths(contents).filter(
      (path) => path !== "./package.json" && !path.startsWith("./.medusa/")
    )
    return runOrThrow([
      ...program("@arethetypeswrong/cli", "attw"),
      ...[contents.tarball, "--profile", "node16", "--no-emoji"],
      // Medusa loads modules, providers and links by their default export.
      ...["--ignore-rules", "cjs-only-exports-default"],
      ...["--entrypoints", ...typed],
    ])
  },
}

/** Everything that can be said without running the plugin; no check is advisory. */
export async function runStatic(names: string[]): Promise<Count> {
  let count = nothing
  for (const [name, run] of Object.entries(checks)) {
    if (names.length === 0 || names.includes(name)) {
      count = add(count, await check(name, run))
    }
  }
  return count
}
