import { model } from "@medusajs/framework/utils"

/** What a provider says it did, beside what our books say. */
export const PayoutReportLine = model.define("payout_report_line", {
  id: model.id({ prefix: "prep" }).primaryKey(),
  provider_id: model.text(),
  /** The provider's own name for the line: a report that is read twice changes nothing. */
  line_id: model.text(),
  status: model.enum(["paid", "failed", "returned"]),
  /** As the provider names them. */
  payout_ref: model.text().nullable(),
  provider_ref: model.text().nullable(),
  amount: model.text(),
  currency_code: model.text(),
  booked_at: model.dateTime(),
  reason: model.text().nullable(),
  /** The payout that it is about; `null` while nothing of ours fits. */
  payout_id: model.text().nullable(),
  imported_by: model.text().nullable(),
})
