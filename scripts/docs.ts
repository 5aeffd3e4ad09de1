import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { format, resolveConfig } from "prettier"
import { eventsReference } from "./docs/events-reference"
import { infrastructurePage } from "./docs/infrastructure"
import { toIsolationReport } from "./docs/isolation-report"
import { operations } from "./docs/operations"
import { toOpenApi } from "./docs/openapi"
import { toVendorApi } from "./docs/vendor-api"
import { root } from "./test/command"

/** Pages that are made from the sources, by their path. */
const pages: Record<string, () => string | Promise<string>> = {
  "docs/events.md": eventsReference,
  "docs/infrastructure.md": infrastructurePage,
  "docs/openapi.json": openApi,
  "docs/vendor-api.md": () => toVendorApi(operations()),
  "docs/isolation-report.md": () => toIsolationReport(operations()),
}

/** @throws Error when it is no OpenAPI 3.1. */
async function openApi(): Promise<string> {
  const made = toOpenApi(operations())
  // The package has no other form than modules.
  const { Validator } = await import("@seriousme/openapi-schema-validator")
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...made })
  if (!valid || validator.version !== "3.1") {
    throw new Error(
      `docs/openapi.json is no OpenAPI 3.1: ${JSON.stringify(errors).slice(0, 2000)}`
    )
  }
  return JSON.stringify(made)
}

/** `--check` writes nothing and fails when a page is not what the sources say. */
async function run(): Promise<void> {
  const isCheck = process.argv.includes("--check")
  for (const [path, make] of Object.entries(pages)) {
    const filepath = join(root, path)
    const settings = await resolveConfig(filepath)
    const text = await format(await make(), { ...settings, filepath })
    if (!isCheck) {
      writeFileSync(filepath, text)
    } else if (readFileSync(filepath, "utf8") !== text) {
      throw new Error(`${path} is old: run npm run docs`)
    }
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
