import { model } from "@medusajs/framework/utils"

/** One rule that the operator set, for everybody or for one seller. What has no row is at its default. */
export const Policy = model
  .define("policy", {
    id: model.id({ prefix: "conf" }).primaryKey(),
    name: model.text(),
    seller_id: model.text().nullable(),
    /** `{ value }`: a flag or a list. */
    content: model.json(),
  })
  .indexes([
    {
      name: "IDX_policy_for_all",
      on: ["name"],
      unique: true,
      where: "seller_id IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_policy_of_seller",
      on: ["seller_id", "name"],
      unique: true,
      where: "seller_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
