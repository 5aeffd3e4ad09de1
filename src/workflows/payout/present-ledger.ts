import { stringify } from "csv-stringify/sync"
import type { LedgerLine } from "../../modules/payout/books/ledger-lines"
import { majorUnits } from "../../money/major-units"
import { fromMinorUnits } from "../../money/minor-units"

/** A ledger line as the seller reads it, in major units; `balance` is the account's after it. */
export function presentLedgerLine(line: LedgerLine) {
  const { amount, balance, scale, created_by, approved_by, ...rest } = line
  return {
    ...rest,
    amount: majorUnits(amount, scale),
    balance: majorUnits(balance, scale),
  }
}

/** The same with who did it. */
export function presentLedgerLineWithAuthors(line: LedgerLine) {
  const { created_by, approved_by } = line
  return { ...presentLedgerLine(line), created_by, approved_by }
}

const columns = [
  "created_at",
  "kind",
  "account",
  "order_id",
  "currency_code",
  "amount",
  "balance",
  "note",
  "reference_type",
  "reference_id",
  "transaction_id",
  "id",
]

/** Amounts of a table keep their zeros: 12.30 beside 4.05. */
function tableLine(line: LedgerLine) {
  const units = (minor: string) => fromMinorUnits(BigInt(minor), line.scale)
  return {
    ...presentLedgerLine(line),
    amount: units(line.amount),
    balance: units(line.balance),
  }
}

/** Lines as CSV; a text that a spreadsheet would run as a formula gets a quote before it. */
export function ledgerCsv(lines: LedgerLine[], header: boolean): string {
  return stringify(lines.map(tableLine), {
    ...{ columns, header, escape_formulas: true },
    cast: {
      date: (date) => date.toISOString(),
      // The minus of an amount begins no formula.
      string: (value, { column }) =>
        column === "amount" || column === "balance"
          ? { value, escape_formulas: false }
          : value,
    },
  })
}
