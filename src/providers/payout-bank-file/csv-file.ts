import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import type {
  PayoutFile,
  PayoutFileOrder,
  PayoutReportLine,
} from "../../payout-provider"
import { bankTransfer } from "./transfer"

/** A spreadsheet runs what begins so: a name that does is shown as text. */
const asText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The transfers as a table, for banks and people that take no XML. */
export function csvFile({ id, instructions }: PayoutFileOrder): PayoutFile {
  const rows = instructions.map(bankTransfer).map((transfer) => ({
    payout_id: transfer.payout_id,
    name: asText(transfer.name),
    iban: transfer.iban,
    bic: transfer.bic,
    amount: transfer.amount_text,
    currency: transfer.currency_code.toUpperCase(),
    reference: transfer.end_to_end_id,
  }))
  const content = stringify(rows, {
    ...{ header: true, record_delimiter: "\r\n" },
  })
  return { filename: `${id}.csv`, mime_type: "text/csv", content }
}

const reportRow = z.looseObject({
  line_id: z.string().min(1),
  payout_id: z.string().min(1),
  status: z.enum(["paid", "failed", "returned"]),
  amount: z.string().regex(/^\d+(\.\d+)?$/),
  currency: z.string().length(3).toLowerCase(),
  booked_at: z.coerce.date(),
  reference: z.string().optional(),
  reason: z.string().optional(),
})

/**
 * A report as a table: `line_id, payout_id, status, amount, currency, booked_at`
 * and, where there is one, `reference` and `reason`.
 *
 * @throws MedusaError INVALID_DATA naming line and column.
 */
export function readCsvReport(content: string): PayoutReportLine[] {
  return records(content).map((record, index) => {
    const row = reportRow.safeParse(record)
    if (!row.success) {
      const [issue] = row.error.issues
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Line ${index + 2} of the report, column '${issue?.path.join(".")}': ${issue?.message}`
      )
    }
    const { line_id, payout_id, status, booked_at, reason } = row.data
    const { currency, reference, amount } = row.data
    return {
      ...{ line_id, payout_id, status, booked_at, reason },
      provider_ref: reference || null,
      amount: toMinorUnits(amount, minorDigits(currency)),
      currency_code: currency,
    }
  })
}

function records(content: string): unknown[] {
  try {
    return parse(content, { columns: true, bom: true, skip_empty_lines: true })
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The report is no CSV: ${error instanceof Error ? error.message : ""}`
    )
  }
}
