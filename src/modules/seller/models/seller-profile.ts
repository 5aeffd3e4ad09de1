import { model } from "@medusajs/framework/utils"

/** What a seller tells the operator only. Joined by id, never by a relation. */
export const SellerProfile = model
  .define("seller_profile", {
    id: model.id({ prefix: "selprof" }).primaryKey(),
    seller_id: model.text(),
    email: model.text(),
    phone: model.text().nullable(),
    address_line: model.text().nullable(),
    postal_code: model.text().nullable(),
    tax_id: model.text().nullable(),
    /** IANA name; what a day of the statistics is. */
    time_zone: model.text().default("UTC"),
    /** False once the seller is terminated: its e-mail is free again. */
    is_living: model.boolean().default(true),
  })
  .indexes([
    { on: ["seller_id"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_seller_profile_email_living",
      on: ["email"],
      unique: true,
      where: "is_living AND email <> '' AND deleted_at IS NULL",
    },
  ])
