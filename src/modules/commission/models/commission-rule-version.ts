import { model } from "@medusajs/framework/utils"

/** What a rule said from one change to the next, and who changed it; append-only. */
export const CommissionRuleVersion = model
  .define("commission_rule_version", {
    id: model.id({ prefix: "crulv" }).primaryKey(),
    rule_id: model.text(),
    version: model.number(),
    change: model.enum(["created", "updated", "deleted", "restored"]),
    content: model.json(),
    actor_id: model.text().nullable(),
  })
  .indexes([{ on: ["rule_id", "version"], unique: true }])
