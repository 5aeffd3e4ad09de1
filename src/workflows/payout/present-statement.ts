import type {
  Statement,
  StatementRow,
} from "../../modules/payout/statements/find-statements"
import type { CommissionPart } from "../../modules/payout/statements/statement-types"
import { majorUnits } from "../../money/major-units"

/** A statement in a list, in major units. */
export function presentStatementRow({
  opening,
  closing,
  scale,
  created_by,
  ...row
}: StatementRow) {
  return {
    ...row,
    opening: majorUnits(opening, scale),
    closing: majorUnits(closing, scale),
  }
}

/** A statement with all it says, in major units. */
export function presentStatement({ content, ...row }: Statement) {
  const major = (minor: string) => majorUnits(minor, content.scale)
  const part = ({ lines, ...sums }: CommissionPart) => ({
    net: major(sums.net),
    tax: major(sums.tax),
    gross: major(sums.gross),
    lines: lines.map(({ net, tax, gross, ...line }) => ({
      ...line,
      ...{ net: major(net), tax: major(tax), gross: major(gross) },
    })),
  })
  return {
    ...presentStatementRow(row),
    issuer: content.issuer,
    seller: content.seller,
    accounts: content.accounts.map(({ type, opening, closing }) => ({
      ...{ type, opening: major(opening), closing: major(closing) },
    })),
    totals: content.totals.map(({ amount, ...total }) => ({
      ...{ ...total, amount: major(amount) },
    })),
    commission_invoice: part(content.commission_invoice),
    credit_note: part(content.credit_note),
    lines: content.lines.map((line) => ({
      ...line,
      buyer: major(line.buyer),
      tax: major(line.tax),
      discount_platform: major(line.discount_platform),
      commission: major(line.commission),
      commission_tax: major(line.commission_tax),
      pending: major(line.pending),
      available: major(line.available),
      reserved: major(line.reserved),
      in_transit: major(line.in_transit),
      amount: major(line.amount),
      balance: major(line.balance),
    })),
  }
}
