import { model } from "@medusajs/framework/utils"
import { taxRemitters } from "../../../options"
import { lineOrigins, lineTypes } from "../types"

/**
 * What a sold line is worth to the seller and to the platform, frozen when the
 * order is placed. `gross` is before discounts and without tax; the buyer pays
 * `gross - discount_seller - discount_platform + tax`.
 */
export const SettlementLine = model.define("settlement_line", {
  id: model.id({ prefix: "sline" }).primaryKey(),
  order_id: model.text(),
  /** `null`: the operator's own goods. */
  seller_id: model.text().nullable(),
  origin: model.enum([...lineOrigins]).default("placement"),
  line_type: model.enum([...lineTypes]),
  line_id: model.text(),
  currency_code: model.text(),
  gross: model.text(),
  discount_seller: model.text().default("0"),
  discount_platform: model.text().default("0"),
  tax: model.text().default("0"),
  tax_remitter: model.enum([...taxRemitters]).default("platform"),
  commission: model.text().default("0"),
  /** Tax on the commission, which the platform owes the state. */
  commission_tax: model.text().default("0"),
  /** What the seller keeps. */
  net: model.text(),
  rule_id: model.text().nullable(),
  rule_version: model.number().nullable(),
  /** How the commission came about, for a person to read. */
  explain: model.json().nullable(),
})
