import { model } from "@medusajs/framework/utils"

/** An open door for one e-mail into one seller. Only the token's SHA-256 is kept. */
export const Invite = model
  .define("seller_invite", {
    id: model.id({ prefix: "inv" }).primaryKey(),
    seller_id: model.text(),
    email: model.text(),
    role_id: model.text(),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    accepted_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["token_hash"], unique: true, where: "deleted_at IS NULL" },
    { on: ["seller_id"] },
    {
      name: "IDX_seller_invite_one_open",
      on: ["seller_id", "email"],
      unique: true,
      where:
        "accepted_at IS NULL AND revoked_at IS NULL AND deleted_at IS NULL",
    },
  ])
