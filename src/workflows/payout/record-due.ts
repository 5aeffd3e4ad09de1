import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { Captures } from "../../modules/payout/ledger/record-capture"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { Posted } from "../../modules/payout/types"
import type { DuePosting } from "./due-postings"
import { dueBack } from "./order-changes"
import { settleChanges } from "./settle-changes"

/** Posts one; again is harmless. What a change of the order added is frozen first. */
export async function recordDue(
  container: MedusaContainer,
  due: DuePosting
): Promise<Posted> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const { id, order_id, provider_id, currency_code } = due
  const amount = BigInt(due.amount)
  const occurred_at = new Date(due.occurred_at)
  switch (due.kind) {
    case "share_cancelled":
      return await payout.recordShareCancelled({
        ...{ order_id, provider_id, amount, currency_code },
      })
    case "capture_parent":
    case "capture": {
      if (due.kind === "capture" && due.is_extra) {
        await settleChanges(container, order_id)
      }
      const [posted] = await payout.recordCaptures(capturesOf([due]))
      return posted ?? { id: "", posted: false }
    }
    case "credit":
      return await payout.recordCredit({ order_id, amount, occurred_at })
    case "credit_returned":
      return (
        (await payout.recordCreditReturned({
          ...{ order_id, reason: "canceled", occurred_at },
        })) ?? { id: "", posted: false }
      )
    case "refund": {
      const { order, settled } = await settleChanges(container, order_id)
      return await payout.recordRefund({
        ...{ refund_id: id, order_id, provider_id, amount, occurred_at },
        due: dueBack(order, settled.lines),
      })
    }
  }
}

/** Postings of one transaction: it holds accounts that everybody's money goes through. */
const batch = 100

/**
 * Posts what needs nothing but the orders' frozen lines, many in a transaction.
 *
 * @returns how many were posted, and what is to be done one by one: all the rest, and whole batches that failed.
 */
export async function recordTogether(
  container: MedusaContainer,
  due: DuePosting[]
): Promise<{ posted: number; left: DuePosting[] }> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const plain = due.filter(isPlain)
  const failed: DuePosting[] = []
  let posted = 0
  for (let from = 0; from < plain.length; from += batch) {
    const some = plain.slice(from, from + batch)
    try {
      const all = await payout.recordCaptures(capturesOf(some))
      posted += all.filter((one) => one.posted).length
    } catch {
      // One by one it shows which of them cannot be posted, and why.
      failed.push(...some)
    }
  }
  const others = due.filter((one) => !isPlain(one))
  return { posted, left: [...failed, ...others] }
}

function isPlain({ kind, is_extra }: DuePosting): boolean {
  return kind === "capture_parent" || (kind === "capture" && !is_extra)
}

function capturesOf(due: DuePosting[]): Captures {
  const captures: Captures = { parents: [], captures: [] }
  for (const one of due) {
    const { kind, id, order_id, provider_id, currency_code } = one
    const amount = BigInt(one.amount)
    const occurred_at = new Date(one.occurred_at)
    if (kind === "capture_parent") {
      captures.parents.push({
        ...{ capture_id: id, provider_id, currency_code, amount },
      })
    } else {
      captures.captures.push({
        ...{ capture_id: id, order_id, amount, occurred_at },
      })
    }
  }
  return captures
}
