import { model } from "@medusajs/framework/utils"
import { sellerStatuses } from "../types"

/**
 * The public face of a seller. `?fields=` may walk from any product or order to
 * this row, so it holds nothing that a shopper must not read: contact, legal
 * and tax data live in `seller_profile`, which no graph relation reaches. The
 * migration adds a unique index on the lower-cased name of living sellers.
 */
export const Seller = model
  .define("seller", {
    id: model.id({ prefix: "sel" }).primaryKey(),
    name: model.text().searchable(),
    handle: model.text(),
    description: model.text().nullable(),
    photo: model.text().nullable(),
    city: model.text().nullable(),
    state: model.text().nullable(),
    country_code: model.text().nullable(),
    status: model.enum([...sellerStatuses]).default("pending"),
    vacation_from: model.dateTime().nullable(),
    vacation_until: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_seller_handle_living",
      on: ["handle"],
      unique: true,
      where: "status <> 'terminated' AND deleted_at IS NULL",
    },
    { on: ["status"] },
  ])
