import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findVendorRow } from "./vendor-table"

/** One handler that Express holds. */
export type ServedRoute = { method: string; path: string }

type Layer = {
  route?: { path: unknown; methods: Record<string, boolean> }
}

let served: ServedRoute[] | undefined

/** Every handler under `/vendor` in the Express stack, whoever put it there; empty before the first vendor request. */
export function servedVendorRoutes(): readonly ServedRoute[] {
  return served ?? []
}

/**
 * Looks at the stack once, at the first vendor request (no part of a plugin sees
 * the app while it boots), and names the routes that the gate answers 404 for.
 */
export function inspectStack(req: MedusaRequest): void {
  if (served) {
    return
  }
  served = readStack(req.app)
  const unguarded = served.filter(
    ({ method, path }) => !findVendorRow(method, path)
  )
  if (unguarded.length) {
    const names = unguarded.map(({ method, path }) => `${method} ${path}`)
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Answered with 404, as the gate has no row for them: ${names.join(", ")}. Give registerVendorRoutes() a row for each.`
      )
  }
}

function readStack(app: MedusaRequest["app"]): ServedRoute[] {
  // Express 4 keeps its stack in a property that its types leave out.
  const stack = (app as { _router?: { stack: Layer[] } })._router?.stack ?? []
  const routes = stack.flatMap(({ route }) =>
    typeof route?.path === "string" && /^\/vendor\//i.test(route.path)
      ? Object.keys(route.methods).map((method) => ({
          method: method.toUpperCase(),
          path: String(route.path),
        }))
      : []
  )
  const unique = new Map(
    routes.map((row) => [`${row.method} ${row.path}`, row])
  )
  return [...unique.values()]
}
