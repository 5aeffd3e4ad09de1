import { model } from "@medusajs/framework/utils"

/**
 * One rule of the tariff. Its dimensions and rate are JSON, as a rule is always
 * read and written whole; `scope_hash` stands for its conditions in the unique
 * index, written by hand in the migration, that refuses a second rule with the
 * same conditions, priority and start. The default rule has none, and the
 * database refuses to delete it.
 */
export const CommissionRule = model
  .define("commission_rule", {
    id: model.id({ prefix: "crul" }).primaryKey(),
    name: model.text().searchable(),
    is_default: model.boolean().default(false),
    is_active: model.boolean().default(true),
    priority: model.number().default(0),
    effective_from: model.dateTime().nullable(),
    effective_to: model.dateTime().nullable(),
    conditions: model.json(),
    rate: model.json(),
    scope_hash: model.text().nullable(),
    version: model.number().default(1),
  })
  .indexes([
    {
      name: "IDX_commission_rule_one_default",
      on: ["is_default"],
      unique: true,
      where: "is_default AND deleted_at IS NULL",
    },
    { on: ["is_active"] },
  ])
