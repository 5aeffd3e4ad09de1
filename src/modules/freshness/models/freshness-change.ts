import { model } from "@medusajs/framework/utils"

/** Some rows of a scope changed, in the transaction that wrote this row; the version of a scope is the sum of its stamps. */
export const FreshnessChange = model
  .define("freshness_change", {
    id: model.id({ prefix: "fch" }).primaryKey(),
    /** A group of `sources.ts` and, after a colon, the last character of an id, or nothing. */
    scope: model.text(),
    /** A random number, or the sum of those that were merged into this row. */
    stamp: model.text(),
  })
  .indexes([{ on: ["scope"] }])
