import { MedusaError } from "@medusajs/framework/utils"
import { reversalLegs } from "../postings/corrections"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { AccountRef, Posted } from "../types"
import { postOne } from "./post"

export type Reversal = {
  transaction_id: string
  created_by: string
  note: string
}

type LegRow = AccountRef & {
  amount: string
  currency_code: string
  order_id: string | null
  kind: string
}

const legsSql = `
  select a.owner_type, a.owner_id, a.type, e.amount::text as amount,
    t.currency_code, t.order_id, t.kind
  from ledger_transaction t
  join ledger_entry e on e.transaction_id = t.id
  join ledger_account a on a.id = e.account_id
  where t.id = ?`

/** Kinds whose rows beside the ledger (payouts, refund allocations) would contradict a plain mirror. */
const ownWayBack = /^(payout_|refund|reversal)/

export async function reverseTransaction(
  context: PayoutContext,
  { transaction_id, created_by, note }: Reversal
): Promise<Posted> {
  const rows = await sql<LegRow>(context, legsSql, [transaction_id])
  const [first] = rows
  if (!first) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no ledger transaction ${transaction_id}`
    )
  }
  if (ownWayBack.test(first.kind)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ledger transaction ${transaction_id} is a ${first.kind}: correct it by an adjustment`
    )
  }
  return await postOne(context, {
    kind: "reversal",
    reference_type: "transaction",
    reference_id: transaction_id,
    reverses_id: transaction_id,
    currency_code: first.currency_code,
    order_id: first.order_id,
    ...{ created_by, note },
    legs: reversalLegs(
      rows.map(({ owner_type, owner_id, type, amount }) => ({
        ...{ owner_type, owner_id, type },
        amount: BigInt(amount),
      }))
    ),
  })
}
