import type {
  CommissionLine,
  CommissionPart,
  StatementAccount,
  StatementContent,
  StatementLine,
  StatementParty,
} from "./statement-types"

/** A transaction before its running balance is known. */
export type MovementRow = Omit<StatementLine, "amount" | "balance">

export type StatementSource = {
  issuer: StatementParty
  seller: StatementParty
  period: string
  currency_code: string
  scale: number
  accounts: StatementAccount[]
  /** In the order in which they were booked. */
  movements: MovementRow[]
}

const total = (texts: string[]) =>
  texts.reduce((sum, text) => sum + BigInt(text), 0n)

/** Everything a statement says, from what the ledger holds. */
export function statementContent(source: StatementSource): StatementContent {
  const { issuer, seller, period, currency_code, scale, accounts } = source
  const opening = total(accounts.map((one) => one.opening))
  const lines = withBalances(source.movements, opening)
  return {
    ...{ issuer, seller, period, currency_code, scale },
    opening: opening.toString(),
    closing: total(accounts.map((one) => one.closing)).toString(),
    accounts,
    totals: totalsOf(lines),
    commission_invoice: commissionPart(lines, 1n),
    credit_note: commissionPart(lines, -1n),
    lines,
  }
}

function withBalances(
  movements: MovementRow[],
  opening: bigint
): StatementLine[] {
  let balance = opening
  return movements.map((row) => {
    const { pending, available, reserved, in_transit } = row
    const amount = total([pending, available, reserved, in_transit])
    balance += amount
    return { ...row, amount: amount.toString(), balance: balance.toString() }
  })
}

function totalsOf(lines: StatementLine[]): StatementContent["totals"] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))].sort()
  return kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    const amount = total(own.map((line) => line.amount)).toString()
    return { kind, count: own.length, amount }
  })
}

/** @param sign - 1: what was charged; -1: what went back, turned above zero. */
function commissionPart(
  lines: StatementLine[],
  sign: 1n | -1n
): CommissionPart {
  const charged = lines.flatMap((line): CommissionLine[] => {
    const net = BigInt(line.commission) * sign
    const tax = BigInt(line.commission_tax) * sign
    const { transaction_id, kind, booked_at, order_id } = line
    const of = { transaction_id, kind, booked_at, order_id }
    return net + tax > 0n
      ? [{ ...of, net: `${net}`, tax: `${tax}`, gross: `${net + tax}` }]
      : []
  })
  return {
    lines: charged,
    net: total(charged.map((line) => line.net)).toString(),
    tax: total(charged.map((line) => line.tax)).toString(),
    gross: total(charged.map((line) => line.gross)).toString(),
  }
}
