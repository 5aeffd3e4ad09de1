import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"

export const root = join(__dirname, "../..")

export type CommandOptions = {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Gets each line as it comes; without it the lines are kept for the answer. */
  onLine?: (line: string) => void
}

export type CommandResult = { code: number; output: string }

/** Runs a program to its end and answers its exit code and what it wrote to both streams. */
export function runCommand(
  [program, ...args]: [string, ...string[]],
  { cwd = root, env = process.env, onLine }: CommandOptions = {}
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    const child = spawn(program, args, {
      cwd,
      // Node's own notes (experimental, deprecated) come from dependencies.
      env: { ...env, NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) =>
        onLine ? onLine(line) : lines.push(line)
      )
    }
    const endWithStarter = () => child.kill()
    process.once("exit", endWithStarter)
    child.once("error", reject)
    child.once("close", (code) => {
      process.off("exit", endWithStarter)
      resolve({ code: code ?? 1, output: lines.join("\n") })
    })
  })
}

/** Like `runCommand`, but a non-zero exit is an error with the program's words. */
export async function runOrThrow(
  command: [string, ...string[]],
  options: CommandOptions = {}
): Promise<string> {
  const { code, output } = await runCommand(command, options)
  if (code !== 0) {
    throw new Error(
      withoutColors(output) || `${command.join(" ")} ended with code ${code}`
    )
  }
  return output
}

/** How to start a program of a package in node_modules of `from`. */
export function program(
  packageName: string,
  name = packageName,
  from = root
): [string, string] {
  const manifest = join(from, "node_modules", packageName, "package.json")
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"))
  const path: string = typeof bin === "string" ? bin : bin[name]
  return [process.execPath, join(dirname(manifest), path)]
}

const withoutColors = (text: string) =>
  // eslint-disable-next-line no-control-regex -- colours are control characters
  text.replace(/\x1b\[[0-9;]*m/g, "")
