/** Every status a seller can have; changes go through `transitions.ts`. */
export const sellerStatuses = [
  "pending",
  "active",
  "suspended",
  "terminated",
] as const
export type SellerStatus = (typeof sellerStatuses)[number]

/** Areas a role can be allowed to read or write. */
export const permissionAreas = [
  "catalog",
  "pricing",
  "inventory",
  "orders",
  "customers",
  "promotions",
  "payouts",
  "team",
  "settings",
  "requests",
] as const
export type PermissionArea = (typeof permissionAreas)[number]
export type Permission = `${PermissionArea}:${"read" | "write"}`

/** Built-in roles; their rows are made by the module's migration. */
export const builtInRoles = [
  "owner",
  "admin",
  "manager",
  "fulfilment",
  "finance",
  "support",
  "viewer",
] as const
export type BuiltInRole = (typeof builtInRoles)[number]

/** What the gate needs to know about one member at one seller. */
export type SellerAccess = {
  seller_id: string
  member_id: string
  role_id: string
  status: SellerStatus
  permissions: Permission[]
}
