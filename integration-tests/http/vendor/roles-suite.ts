import type { Suite } from "../../app"
import { signIn } from "../../members"
import { createSeller, createWorld } from "../../world"
import { vendorRows } from "../../../src/api/_kit/vendor-table"
import type { VendorRoute } from "../../../src/api/_kit/vendor-route"
import { builtInRolePermissions } from "../../../src/modules/seller/role-permissions"
import { builtInRoles } from "../../../src/modules/seller/types"

const url = (row: VendorRoute) => row.path.replace(/:\w+/g, "unknown_1")

export const roleMatrix: Suite = (app) => {
  it("gives each role what its permissions say, on every route of the table", async () => {
    const world = await createWorld(app)
    const bob = await createSeller(world, "Bob's Parts")
    const guarded = vendorRows().filter((row) => row.permission)
    expect(guarded.length).toBeGreaterThan(40)
    const wrong: string[] = []
    for (const role of builtInRoles) {
      const { as } = await signIn(world, bob, role)
      const held = builtInRolePermissions[role]
      const answers = await Promise.all(
        guarded.map(async (row) => {
          const { status, data } = await world.api.request({
            method: row.method,
            url: url(row),
            headers: as.headers,
            ...(row.method === "POST" ? { data: {} } : {}),
          })
          return { row, status, code: data.code }
        })
      )
      wrong.push(
        ...answers
          .filter(({ row, status, code }) =>
            row.permission && !held.includes(row.permission)
              ? status !== 403 || code !== "permission_missing"
              : !allowed(row).includes(status)
          )
          .map(
            ({ row, status }) => `${role} ${row.method} ${row.path}: ${status}`
          )
      )
    }
    expect(wrong).toEqual([])
  })
}

/** 404 until the seller has opened a payout account. */
const needAccount = ["/vendor/payout-account", "/vendor/payouts"]

/** Past the permission, an unknown id or an empty body is what is left to refuse. */
function allowed(row: VendorRoute): number[] {
  if (needAccount.includes(row.path) && row.method === "GET") {
    return [404]
  }
  return row.method === "GET" && !row.path.includes(":")
    ? [200]
    : [200, 201, 202, 400, 404]
}
