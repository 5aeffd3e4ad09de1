import type { BigNumberInput, OrderDTO } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { toQuantity } from "../../money/exact"
import { minorDigits } from "../../money/scale"
import { proportion } from "../../money/proportion"
import type { SettledOrder } from "../../modules/payout/ledger/settlement-rows"
import { chargedOf } from "../../modules/payout/postings/settlement"
import type { LineType } from "../../modules/payout/types"
import {
  exactLines,
  type ExactLine,
  type FundedBySeller,
  type SoldItem,
  type SoldLines,
} from "./exact-lines"
import { roundLines } from "./round-lines"

/** An order as it is now, by `query.graph`. */
export type CurrentOrder = SoldLines & {
  id: string
  status: OrderDTO["status"]
  version: number
  items?: (CurrentItem | null)[] | null
}

type CurrentItem = SoldItem & {
  detail?: {
    return_requested_quantity?: BigNumberInput | null
    return_received_quantity?: BigNumberInput | null
    return_dismissed_quantity?: BigNumberInput | null
  } | null
}

type Settled = SettledOrder["lines"][number]

/** Rounding may move a line by so many minor units; what differs more was changed. */
const ROUNDING = 2n

/**
 * What of an order no settlement line stands for: lines that a change added, and
 * what was added to a line, under the line's id and the order's version.
 */
export function unsettledLines(
  order: CurrentOrder,
  settled: Settled[],
  isSellers: FundedBySeller
): ExactLine[] {
  return roundedLines(order, isSellers).flatMap((line) => {
    const known = settled.filter((one) => isOf(one, line))
    if (!known.length) {
      return [line]
    }
    const sum = (name: MoneyName) =>
      known.reduce((all, one) => all + one[name], 0n)
    const added = (name: MoneyName) => {
      const more = line[name] - sum(name)
      return more > 0n ? more : 0n
    }
    return line.gross - sum("gross") > ROUNDING
      ? [
          {
            line_type: line.line_type,
            line_id: `${line.line_id}:${order.version}`,
            gross: added("gross"),
            discount_seller: added("discount_seller"),
            discount_platform: added("discount_platform"),
            tax: added("tax"),
          },
        ]
      : []
  })
}

type MoneyName = "gross" | "discount_seller" | "discount_platform" | "tax"

/** The order's line that a settlement line is about. */
export function lineIdOf(settlementLineId: string): string {
  return settlementLineId.split(":")[0] ?? settlementLineId
}

function isOf(
  settled: Settled,
  line: { line_type: LineType; line_id: string }
): boolean {
  return (
    settled.line_type === line.line_type &&
    lineIdOf(settled.line_id) === line.line_id
  )
}

function roundedLines(
  order: CurrentOrder,
  isSellers: FundedBySeller
): ExactLine[] {
  const digits = minorDigits(order.currency_code)
  return roundLines(exactLines(order, digits, isSellers))
}

export type DueBack = { line_type: LineType; line_id: string; amount: bigint }

/**
 * What each settled line is worth more than what the buyer still has of it: goods
 * that were returned or taken off the order, less what was refunded already.
 * Nothing for a cancelled order, as all of it is due.
 *
 * @param from - Whether goods count once their return is asked for, or once they are back.
 */
export function dueBack(
  order: CurrentOrder,
  settled: Settled[],
  from: "requested" | "received" = "requested"
): DueBack[] {
  if (order.status === "canceled") {
    return []
  }
  const kept = keptByLine(order, from)
  const due: DueBack[] = []
  const groups = new Set(settled.map(keyOf))
  for (const key of groups) {
    const lines = settled.filter((line) => keyOf(line) === key)
    const left = lines.map((line) => chargedOf(line) - line.before.amount)
    let open = left.reduce((all, one) => all + one, 0n) - (kept.get(key) ?? 0n)
    if (open <= ROUNDING && kept.get(key)) {
      continue
    }
    // What was added last comes off first.
    for (let index = lines.length - 1; index >= 0 && open > 0n; index--) {
      const { line_type, line_id } = lines[index] ?? lines[0] ?? emptyLine
      const most = left[index] ?? 0n
      const amount = open < most ? open : most
      open -= amount
      due.push({ line_type, line_id, amount })
    }
  }
  return due.filter(({ amount }) => amount > 0n)
}

const emptyLine = { line_type: "item", line_id: "" } as const

function keyOf({ line_type, line_id }: Pick<Settled, "line_type" | "line_id">) {
  return `${line_type} ${lineIdOf(line_id)}`
}

/** What the buyer keeps of each line, in minor units. */
function keptByLine(
  order: CurrentOrder,
  from: "requested" | "received"
): Map<string, bigint> {
  const items = new Map(
    (order.items ?? []).flatMap((item) => (item ? [[item.id, item]] : []))
  )
  return new Map(
    roundedLines(order, () => true).map((line) => {
      const item =
        line.line_type === "item" ? items.get(line.line_id) : undefined
      const charged =
        line.gross - line.discount_seller - line.discount_platform + line.tax
      return [keyOf(line), item ? keptOf(item, charged, from) : charged]
    })
  )
}

function keptOf(
  item: CurrentItem,
  charged: bigint,
  from: "requested" | "received"
): bigint {
  const { detail } = item
  const returned = MathBN.sum(
    from === "requested" ? (detail?.return_requested_quantity ?? 0) : 0,
    detail?.return_received_quantity ?? 0,
    detail?.return_dismissed_quantity ?? 0
  )
  const all = toQuantity(MathBN.convert(item.quantity).toFixed())
  const left = all - toQuantity(returned.toFixed())
  return all > 0n && left > 0n ? proportion(charged, left, all) : 0n
}
