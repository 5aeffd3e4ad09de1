import { model } from "@medusajs/framework/utils"

/** One row per permission of a role, e.g. `catalog:write`. */
export const RolePermission = model
  .define("seller_role_permission", {
    id: model.id({ prefix: "roleperm" }).primaryKey(),
    role_id: model.text(),
    permission: model.text(),
  })
  .indexes([
    {
      on: ["role_id", "permission"],
      unique: true,
      where: "deleted_at IS NULL",
    },
  ])
