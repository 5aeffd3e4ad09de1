import { model } from "@medusajs/framework/utils"

/** A named bundle of permissions; the built-in ones have fixed ids (`role_owner` …). */
export const Role = model.define("seller_role", {
  id: model.id({ prefix: "role" }).primaryKey(),
  name: model.text(),
})
