import { model } from "@medusajs/framework/utils"

/** Gives a member access to a seller in one role. One owner per seller, by index. */
export const SellerMember = model
  .define("seller_member", {
    id: model.id({ prefix: "selmem" }).primaryKey(),
    seller_id: model.text(),
    member_id: model.text(),
    role_id: model.text(),
  })
  .indexes([
    {
      on: ["seller_id", "member_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    {
      name: "IDX_seller_member_one_owner",
      on: ["seller_id"],
      unique: true,
      where: "role_id = 'role_owner' AND deleted_at IS NULL",
    },
    { on: ["member_id"] },
  ])
