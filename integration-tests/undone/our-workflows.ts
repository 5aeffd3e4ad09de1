import { readdirSync } from "node:fs"
import { join } from "node:path"
import { WorkflowManager } from "@medusajs/framework/orchestration"

const folder = join(__dirname, "../../src/workflows")

/** Ids of the plugin's workflows: what its files export, as far as the live registry runs it. */
export async function ourWorkflows(): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const modules: Record<string, unknown>[] = await Promise.all(
    files
      .filter((file) => /\.ts$/.test(file) && !/__tests__/.test(file))
      .map((file) => import(join(folder, file)))
  )
  const exported = modules.flatMap((one) => Object.values(one)).flatMap(idOf)
  const registered = WorkflowManager.getWorkflows()
  return [...new Set(exported)].filter((id) => registered.has(id)).sort()
}

function idOf(exported: unknown): string[] {
  return typeof exported === "function" &&
    "getName" in exported &&
    typeof exported.getName === "function"
    ? [String(exported.getName())]
    : []
}
