import { model } from "@medusajs/framework/utils"

/** What a seller has set up so far, as its dashboard's check list shows it. */
export const SellerOnboarding = model
  .define("seller_onboarding", {
    id: model.id({ prefix: "sel_onb" }).primaryKey(),
    seller_id: model.text(),
    store_information: model.boolean().default(false),
    locations_shipping: model.boolean().default(false),
    products: model.boolean().default(false),
    stripe_connection: model.boolean().default(false),
  })
  .indexes([{ on: ["seller_id"], unique: true, where: "deleted_at IS NULL" }])
