import { asValue } from "@medusajs/framework/awilix"
import type {
  IWorkflowEngineService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { FRESHNESS_MODULE } from "../../modules/freshness"
import type {
  FreshnessModuleService,
  Versions,
} from "../../modules/freshness/service"
import { ReadMemory } from "./read-memory"
import { createRememberingQuery, reading } from "./remembering-query"

const queries = new WeakMap<
  FreshnessModuleService,
  ReturnType<typeof createRememberingQuery>
>()

/**
 * Runs one request whose reads come from memory where they may: its container
 * gets a query that remembers, and a workflow engine that runs Medusa's own
 * workflows with that container. Without Medusa's Caching module nothing changes.
 */
export function readFromMemory<T>(scope: MedusaContainer, job: () => T): T {
  const caching = scope.resolve(Modules.CACHING, { allowUnregistered: true })
  if (!caching) {
    return job()
  }
  const service = scope.resolve<FreshnessModuleService>(FRESHNESS_MODULE)
  const query =
    queries.get(service) ??
    createRememberingQuery(
      scope,
      new ReadMemory(caching, scope.resolve(ContainerRegistrationKeys.LOGGER))
    )
  queries.set(service, query)
  const engine = scope.resolve(Modules.WORKFLOW_ENGINE)
  scope.register({
    [ContainerRegistrationKeys.QUERY]: asValue(query),
    [ContainerRegistrationKeys.REMOTE_QUERY]: asValue(query),
    [Modules.WORKFLOW_ENGINE]: asValue(runningIn(scope, engine)),
  })
  let versions: Promise<Versions | null> | undefined
  return reading.run(
    { versions: () => (versions ??= service.readVersions()) },
    job
  )
}

/**
 * Routes of Medusa run their workflows by id, in the app's container unless told
 * otherwise. The engine over Redis copies what it is told as JSON and cannot be
 * given a container: of this one nothing is copied, so that it takes the app's
 * and its workflows read from the database.
 */
function runningIn(
  container: MedusaContainer,
  engine: IWorkflowEngineService
): IWorkflowEngineService {
  Object.defineProperty(container, "toJSON", {
    value: () => undefined,
    configurable: true,
  })
  const run: IWorkflowEngineService["run"] = (id, options, context) => {
    // Not in the type of 2.21, but its engines run with it.
    const inScope = { container, ...options }
    return engine.run(id, inScope, context)
  }
  return new Proxy(engine, {
    get(target, name) {
      const value: unknown = name === "run" ? run : Reflect.get(target, name)
      return typeof value === "function" ? value.bind(target) : value
    },
  })
}
