import {
  permissionAreas,
  type BuiltInRole,
  type Permission,
  type PermissionArea,
} from "./types"

const read = (...areas: PermissionArea[]): Permission[] =>
  areas.map((area) => `${area}:read` as const)
const write = (...areas: PermissionArea[]): Permission[] =>
  areas.flatMap((area) => [`${area}:read`, `${area}:write`] as const)

/** What each built-in role may do; the migration writes these rows. */
export const builtInRolePermissions: Record<BuiltInRole, Permission[]> = {
  owner: write(...permissionAreas),
  admin: write(...permissionAreas),
  manager: [
    ...write("catalog", "pricing", "inventory", "orders"),
    ...write("customers", "promotions", "requests"),
    ...read("payouts", "team", "settings"),
  ],
  fulfilment: [
    ...write("orders", "inventory"),
    ...read("catalog", "customers", "team", "settings", "requests"),
  ],
  finance: [
    ...write("payouts"),
    ...read("catalog", "pricing", "orders", "customers"),
    ...read("promotions", "team", "settings", "requests"),
  ],
  support: [
    ...write("orders", "customers", "requests"),
    ...read("catalog", "pricing", "inventory"),
    ...read("promotions", "team", "settings"),
  ],
  viewer: read(...permissionAreas),
}
