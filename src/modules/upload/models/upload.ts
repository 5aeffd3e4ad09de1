import { model } from "@medusajs/framework/utils"

/** A file that a seller stored, and what it takes of the seller's quota. Without `file_id` it is still on its way. */
export const Upload = model
  .define("upload", {
    id: model.id({ prefix: "upl" }).primaryKey(),
    seller_id: model.text(),
    /** Who stored it. */
    member_id: model.text(),
    /** As it was called where it came from; never part of a path. */
    name: model.text(),
    mime_type: model.text(),
    bytes: model.number(),
    width: model.number().nullable(),
    height: model.number().nullable(),
    /** Key and address in the File module. */
    file_id: model.text().nullable(),
    url: model.text().nullable(),
  })
  .indexes([{ on: ["seller_id", "created_at"] }])
