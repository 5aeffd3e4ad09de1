import { model } from "@medusajs/framework/utils"
import { refundCommissionPolicies } from "../../../options"
import { lineTypes } from "../types"

/** What one refund gave back of one settlement line, and what was reversed with it. */
export const RefundAllocation = model.define("refund_allocation", {
  id: model.id({ prefix: "ralloc" }).primaryKey(),
  refund_id: model.text(),
  order_id: model.text(),
  line_type: model.enum([...lineTypes]),
  line_id: model.text(),
  /** What the option `refundCommission` said when it was posted. */
  policy: model.enum([...refundCommissionPolicies]),
  amount: model.text(),
  tax: model.text(),
  discount_platform: model.text().default("0"),
  commission_reversed: model.text(),
  commission_tax_reversed: model.text().default("0"),
})
