import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ModuleJoinerConfig } from "@medusajs/framework/types"

/** Type → relation → type, through every module and every link. */
type Graph = Map<string, Map<string, string>>

const configs = (): ModuleJoinerConfig[] => MedusaModule.getAllJoinerConfigs()

/** The type behind a name that a route carries in its path; undefined for names that are none. */
export function typeNamed(name: string): string | undefined {
  for (const { alias, serviceName = "" } of configs()) {
    for (const { name: names, entity, args } of [alias ?? []].flat()) {
      if ([names].flat().includes(name)) {
        return entity ?? String(args?.entity ?? serviceName)
      }
    }
  }
  return undefined
}

/** Columns of a type with the scalar that each holds. */
export function columnsOf(type: string): [name: string, scalar: string][] {
  return configs().flatMap(({ schema }) =>
    sdlTypes(schema)
      .filter(([, name]) => name === type)
      .flatMap(([, , body = ""]) =>
        [
          ...body.matchAll(
            /^\s*(\w+)\s*:\s*(ID|String|Int|Float|Boolean|DateTime|JSON)\b/gm
          ),
        ].map(([, name = "", scalar = ""]): [string, string] => [name, scalar])
      )
  )
}

let known: Graph | undefined

/** Every path of relations from a type, up to three deep. */
export function relationPaths(type: string, depth = 3): string[] {
  known ??= readGraph()
  const next = [...(known.get(type) ?? [])]
  return next.flatMap(([name, target]) => [
    name,
    ...(depth > 1
      ? relationPaths(target, depth - 1).map((path) => `${name}.${path}`)
      : []),
  ])
}

function readGraph(): Graph {
  const graph: Graph = new Map()
  const relate = (type: string, name: string, target: string) =>
    graph.set(type, (graph.get(type) ?? new Map()).set(name, target))
  const all = configs()
  for (const { schema } of all) {
    for (const [, type = "", body = ""] of sdlTypes(schema)) {
      for (const [, name = "", target = ""] of body.matchAll(
        /^\s*(\w+)\s*(?:\([^)]*\))?\s*:\s*\[?(\w+)/gm
      )) {
        relate(type, name, target)
      }
    }
  }
  for (const { isLink, serviceName = "", relationships = [] } of all) {
    for (const { alias, entity, serviceName: target } of relationships) {
      if (isLink) {
        relate(serviceName, alias, entity ?? target)
      }
    }
  }
  for (const { extends: extended = [] } of all) {
    for (const { entity, serviceName, relationship } of extended) {
      relate(
        entity ?? serviceName,
        relationship.alias,
        relationship.serviceName
      )
    }
  }
  addAliases(graph, all)
  return onlyTypes(graph)
}

const sdlTypes = (schema: unknown) =>
  typeof schema === "string"
    ? [...schema.matchAll(/type\s+(\w+)[^{]*\{([^}]*)\}/g)]
    : []

/** `seller` of a product is short for `product_seller_link.seller`. */
function addAliases(graph: Graph, all: ModuleJoinerConfig[]): void {
  for (const { extends: extended = [] } of all) {
    for (const { entity, serviceName, fieldAlias = {} } of extended) {
      const type = entity ?? serviceName
      for (const [name, alias] of Object.entries(fieldAlias)) {
        const path = typeof alias === "string" ? alias : alias.path
        const target = path
          .split(".")
          .reduce<string | undefined>(
            (at, step) => graph.get(at ?? "")?.get(step),
            type
          )
        if (target) {
          graph.get(type)?.set(name, target)
        }
      }
    }
  }
}

/** Scalars have no relations of their own. */
function onlyTypes(graph: Graph): Graph {
  return new Map(
    [...graph].map(([type, relations]) => [
      type,
      new Map([...relations].filter(([, target]) => graph.has(target))),
    ])
  )
}
