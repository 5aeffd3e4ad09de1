import { model } from "@medusajs/framework/utils"

/** A person who can log in; the JWT's `actor_id` is this row's id. */
export const Member = model
  .define("member", {
    id: model.id({ prefix: "mem" }).primaryKey(),
    email: model.text(),
    name: model.text(),
    bio: model.text().nullable(),
    phone: model.text().nullable(),
    photo: model.text().nullable(),
  })
  .indexes([{ on: ["email"], unique: true, where: "deleted_at IS NULL" }])
