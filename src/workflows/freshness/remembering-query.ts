import { AsyncLocalStorage } from "node:async_hooks"
import { createHash } from "node:crypto"
import type { LoadedModule, MedusaContainer } from "@medusajs/framework/types"
import { createQuery, MedusaModule } from "@medusajs/framework/modules-sdk"
import { GraphQLUtils, Modules } from "@medusajs/framework/utils"
import type { Versions } from "../../modules/freshness/service"
import type { ReadMemory } from "./read-memory"
import {
  linkReads,
  moduleReads,
  type RememberedReads,
} from "./remembered-reads"

/** One request: the versions as of its first remembered read, and the same to its end. */
type Reading = { versions: () => Promise<Versions | null> }

/** The request that reads; outside of one everything is read from the database. */
export const reading = new AsyncLocalStorage<Reading>()

type Call = {
  service: string
  method: string
  filters: unknown
  options: unknown
  reads: RememberedReads
}

/**
 * Medusa's own query over modules of which some answer from memory. The key of
 * an answer says what was asked, of whom it was asked (the ids of products,
 * sellers, options …) and the version of everything that it depends on, so what
 * is found never got old: a write makes another version in its own transaction.
 */
export function createRememberingQuery(
  container: MedusaContainer,
  memory: ReadMemory
) {
  const modulesLoaded = MedusaModule.getLoadedModules().flatMap((loaded) =>
    Object.values(loaded)
      .slice(0, 1)
      .map((module) => remembering(module, memory))
  )
  return createQuery({
    modulesLoaded,
    relationMap: relationsOf(modulesLoaded),
    indexModule: container.resolve(Modules.INDEX, { allowUnregistered: true }),
    searchModule: container.resolve(Modules.SEARCH, {
      allowUnregistered: true,
    }),
    container,
  })
}

function remembering(module: LoadedModule, memory: ReadMemory): LoadedModule {
  const { key } = module.__definition
  const table = module.__joinerConfig.databaseConfig?.tableName
  const all = moduleReads[key] ?? (table ? linkReads(table) : [])
  if (!all.length) {
    return module
  }
  return new Proxy(module, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== "function") {
        return value
      }
      const live = (...args: unknown[]): Promise<unknown> =>
        value.apply(target, args)
      const method = String(name)
      const reads = all.find(({ methods }) => methods.test(method))
      return reads
        ? (filters: unknown, options: unknown) =>
            remember(
              memory,
              { service: key, method, filters, options, reads },
              () => live(filters, options)
            )
        : live
    },
  })
}

async function remember(
  memory: ReadMemory,
  call: Call,
  live: () => Promise<unknown>
): Promise<unknown> {
  const versions = await reading.getStore()?.versions()
  // `__internal` carries SQL of the joiner, which reads other modules' tables.
  if (!versions || valueAt(call.options, "__internal") !== undefined) {
    return await live()
  }
  const key = keyOf(call, versions)
  const found = await memory.get(key)
  if (found) {
    return found.value
  }
  const value = await live()
  memory.put(key, value)
  return value
}

function keyOf(
  { service, method, filters, options, reads }: Call,
  versions: Versions
): string {
  const current = reads.on.map(({ group, by }) =>
    scopesOf(group, by && valueAt(filters, by), versions).map((scope) => [
      scope,
      versions.get(scope),
    ])
  )
  const hash = createHash("sha256")
    .update(JSON.stringify([filters, options, current]))
    .digest("base64url")
  return `marketplace:${service}.${method}:${hash}`
}

/** Changes are noted by the last character of an id; without plain ids the whole group counts. */
function scopesOf(group: string, ids: unknown, versions: Versions): string[] {
  const plain = [ids].flat()
  if (plain.length && plain.every((id) => typeof id === "string" && id)) {
    return [
      ...new Set(plain.map((id) => `${group}:${String(id).slice(-1)}`)),
    ].sort()
  }
  return [...versions.keys()]
    .filter((scope) => scope.startsWith(`${group}:`))
    .sort()
}

function valueAt(record: unknown, key: string): unknown {
  return typeof record === "object" && record !== null
    ? Reflect.get(record, key)
    : undefined
}

/** As Medusa finds them when it makes its own query. */
function relationsOf(modules: LoadedModule[]) {
  const { schema } = GraphQLUtils.cleanGraphQLSchema(
    [
      "scalar DateTime",
      "scalar JSON",
      "directive @enumValue(value: String) on ENUM_VALUE",
      ...modules.map(({ __joinerConfig }) => __joinerConfig.schema ?? ""),
    ].join("\n")
  )
  const types: unknown = GraphQLUtils.makeExecutableSchema({
    typeDefs: GraphQLUtils.mergeTypeDefs(schema),
  }).getTypeMap()
  // Medusa's type says Map, its code takes the object.
  return GraphQLUtils.extractRelationsFromGQL(types as Map<string, unknown>)
}
