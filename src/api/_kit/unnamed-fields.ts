import { logger } from "@medusajs/framework/logger"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ModuleJoinerConfig } from "@medusajs/framework/types"
import type { VendorRoute } from "./vendor-route"
import { rootsOf } from "./view-query"

/** Kept by Medusa for itself, whatever the entity. */
const internal = /^(deleted_at$|raw_)/
const scalars = "(ID|String|Int|Float|Boolean|DateTime|JSON)"

/**
 * Columns of Medusa's entities that no view of the list lets out and none hides:
 * what a newer Medusa brought. Nobody reads them until somebody decides.
 *
 * @returns Resource → names, for the lists that Medusa answers.
 */
export function unnamedFields(
  rows: readonly VendorRoute[],
  configs: readonly ModuleJoinerConfig[] = MedusaModule.getAllJoinerConfigs()
): Record<string, string[]> {
  const found = rows.flatMap(({ mirrors, list, path }) => {
    const resource = /^\/admin\/([\w-]+)$/.exec(mirrors?.path ?? "")?.[1]
    if (!mirrors || !list || !resource) {
      return []
    }
    const { view } = mirrors
    const listed = new Set([...rootsOf(view), ...(view.hidden ?? [])])
    const names = columnsOf(resource.replaceAll("-", "_"), configs).filter(
      (name) => !internal.test(name) && !listed.has(name)
    )
    return names.length ? [[path, names] as const] : []
  })
  return Object.fromEntries(found)
}

/** Says at boot what an upgrade of Medusa has brought. */
export function reportUnnamed(rows: readonly VendorRoute[]): void {
  const found = Object.entries(unnamedFields(rows)).map(
    ([path, names]) => `${path}: ${names.join(", ")}`
  )
  if (found.length) {
    logger.warn(
      `Columns that no vendor view names, kept back until one lists or hides them: ${found.join("; ")}`
    )
  }
}

function columnsOf(
  alias: string,
  configs: readonly ModuleJoinerConfig[]
): string[] {
  for (const { alias: aliases, schema } of configs) {
    for (const { name, entity } of [aliases ?? []].flat()) {
      if (
        entity &&
        typeof schema === "string" &&
        [name].flat().includes(alias)
      ) {
        const body =
          new RegExp(`type ${entity}\\b[^{]*\\{([^}]*)\\}`).exec(schema)?.[1] ??
          ""
        const line = new RegExp(`^\\s*(\\w+)\\s*:\\s*${scalars}\\b`, "gm")
        return [...body.matchAll(line)].map((match) => match[1] ?? "")
      }
    }
  }
  return []
}
