import { model } from "@medusajs/framework/utils"

/**
 * One row: every change of any rule starts by raising its version, which also
 * locks out other changes until it is committed. Whoever holds a compiled
 * tariff compares versions.
 */
export const CommissionTariff = model.define("commission_tariff", {
  id: model.id({ prefix: "ctar" }).primaryKey(),
  version: model.number(),
})
