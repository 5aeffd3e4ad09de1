import { model } from "@medusajs/framework/utils"

/** Who set a rule to what; append-only. */
export const PolicyChange = model
  .define("policy_change", {
    id: model.id({ prefix: "confchg" }).primaryKey(),
    policy_id: model.text(),
    /** `{ from, to }`; null for the default. */
    content: model.json(),
    actor_id: model.text(),
  })
  .indexes([{ on: ["policy_id"] }])
