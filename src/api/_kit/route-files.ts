import { existsSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, sep } from "node:path"
import { HTTP_METHODS } from "@medusajs/framework/http"
import type { VendorRoute } from "./vendor-route"

// Medusa loads the very same files a moment later, and by require as well.
const load = createRequire(__filename)

type RouteFile = { file: string; method: string; path: string }

/** The handlers that Medusa will load from a directory, by its own naming rule. */
export function routeFiles(directory: string, prefix: string): RouteFile[] {
  if (!existsSync(directory)) {
    return []
  }
  return readdirSync(directory, { recursive: true })
    .map(String)
    .filter((file) => /(^|[\\/])route\.(ts|js)$/.test(file))
    .filter((file) => !file.split(sep).some((part) => part.startsWith("_")))
    .flatMap((file) => {
      const path = [prefix, ...dirname(file).split(sep)]
        .filter((part) => part !== ".")
        .join("/")
        .replace(/\[(\w+)\]/g, ":$1")
      return exportedMethods(join(directory, file)).map((method) => ({
        file: join(directory, file),
        method,
        path,
      }))
    })
}

function exportedMethods(file: string): string[] {
  const exported: Record<string, unknown> = { ...load(file) }
  return HTTP_METHODS.filter((method) => typeof exported[method] === "function")
}

/**
 * Compares route files with the rows that are meant for them.
 *
 * @throws Error naming each file without a row and each row without a file: neither may be served.
 */
export function ensureRowsMatchFiles(
  rows: readonly VendorRoute[],
  files: readonly RouteFile[]
): void {
  const key = (route: { method: string; path: string }) =>
    `${route.method} ${route.path}`
  const rowKeys = new Set(rows.map(key))
  const fileKeys = new Set(files.map(key))
  const problems = [
    ...files
      .filter((file) => !rowKeys.has(key(file)))
      .map(
        (file) => `${key(file)} has no row in the gate's table: ${file.file}`
      ),
    ...rows
      .filter((row) => !fileKeys.has(key(row)))
      .map((row) => `${key(row)} has a row and no route file`),
  ]
  if (problems.length) {
    throw new Error(problems.join("; "))
  }
}
