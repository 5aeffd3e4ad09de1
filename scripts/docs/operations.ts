import { join } from "node:path"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { adminRoutes } from "../../src/api/admin/admin-routes"
import { routeFiles } from "../../src/api/_kit/route-files"
import { bodySchemaOf } from "../../src/api/_kit/takes-body"
import type { OwnVendorRoute } from "../../src/api/_kit/vendor-route"
import { vendorRows } from "../../src/api/_kit/vendor-table"
import { storeRoutes } from "../../src/api/store/store-routes"
import { root } from "../test/command"
import { docblockOf, type Docblock } from "./docblocks"
import "../../src/api/vendor/vendor-routes"

/** One route of ours, with all that its documents say. */
export type Operation = Docblock & {
  method: string
  path: string
  body?: z.ZodType
  /** The gate's row, for routes under `/vendor`. */
  row?: OwnVendorRoute
}

const api = (actor: string) => join(root, "src/api", actor)

const byPath = (a: Operation, b: Operation) =>
  a.path.localeCompare(b.path) || a.method.localeCompare(b.method)

/** Every route under `/vendor`, and those of ours under `/admin` and `/store`. */
export function operations(): Operation[] {
  return [
    ...vendorOperations(),
    ...fileOperations("admin", adminRoutes),
    ...fileOperations("store", storeRoutes),
  ].sort(byPath)
}

function vendorOperations(): Operation[] {
  const files = new Map(
    routeFiles(api("vendor"), "/vendor").map(({ file, method, path }) => [
      `${method} ${path}`,
      file,
    ])
  )
  return vendorRows().map((row: OwnVendorRoute) => {
    const { method, path, mirrors } = row
    const file = files.get(`${method} ${path}`)
    const block: Docblock = file
      ? docblockOf(file, method)
      : {
          text: `As Medusa's \`${method} ${mirrors?.path ?? ""}\``,
          status: row.status ?? 200,
        }
    return { ...block, method, path, row, body: bodySchemaOf(row.middlewares) }
  })
}

function fileOperations(
  actor: string,
  routes: readonly MiddlewareRoute[]
): Operation[] {
  return routeFiles(api(actor), `/${actor}`).map(({ file, method, path }) => {
    const own = routes.filter(
      ({ matcher, methods }) =>
        matcher === path && (methods ?? []).some((name) => name === method)
    )
    const middlewares = own.flatMap(({ middlewares }) => middlewares ?? [])
    return {
      ...docblockOf(file, method),
      ...{ method, path, body: bodySchemaOf(middlewares) },
    }
  })
}
