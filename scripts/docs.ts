import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { format, resolveConfig } from "prettier"
import { eventsReference } from "./docs/events-reference"
import { root } from "./test/command"

/** Pages that are made from the sources, by their path. */
const pages: Record<string, () => string> = {
  "docs/events.md": eventsReference,
}

/** `--check` writes nothing and fails when a page is not what the sources say. */
async function run(): Promise<void> {
  const isCheck = process.argv.includes("--check")
  for (const [path, make] of Object.entries(pages)) {
    const file = join(root, path)
    const settings = await resolveConfig(file)
    const text = await format(make(), { ...settings, parser: "markdown" })
    if (!isCheck) {
      writeFileSync(file, text)
    } else if (readFileSync(file, "utf8") !== text) {
      throw new Error(`${path} is old: run npm run docs`)
    }
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
