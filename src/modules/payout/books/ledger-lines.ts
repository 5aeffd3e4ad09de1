import type { PayoutContext } from "../transaction"
import type { AccountType, PostingKind } from "../types"
import type { Found, Page } from "./pages"
import { anyOf, readPage, within } from "./pages"

/** One entry of a seller's accounts; minor units as decimal text. */
export type LedgerLine = {
  id: string
  transaction_id: string
  kind: PostingKind
  reference_type: string
  reference_id: string
  order_id: string | null
  note: string | null
  account: AccountType
  currency_code: string
  scale: number
  amount: string
  /** Of that account, after this entry. */
  balance: string
  occurred_at: Date
  created_at: Date
  created_by: string | null
  approved_by: string | null
}

export type LedgerSearch = Page & {
  seller_id: string
  from?: Date
  to?: Date
  kinds?: string[]
  currency_codes?: string[]
  order_ids?: string[]
  accounts?: string[]
  /** Oldest first; newest first without it. */
  ascending?: boolean
}

const select = `e.id, e.transaction_id, t.kind, t.reference_type,
  t.reference_id, t.order_id, t.note, a.type as account, a.currency_code,
  a.scale, e.amount::text as amount, e.balance_after::text as balance,
  t.occurred_at, e.created_at, t.created_by, t.approved_by`

const from = `ledger_account a
  join ledger_entry e on e.account_id = a.id
  join ledger_transaction t on t.id = e.transaction_id`

export async function searchLedger(
  context: PayoutContext,
  search: LedgerSearch
): Promise<Found<LedgerLine>> {
  const way = search.ascending ? "asc" : "desc"
  return await readPage<LedgerLine>(context, {
    ...{ select, from, limit: search.limit, offset: search.offset },
    conditions: [
      ["a.owner_type = 'seller' and a.owner_id = ?", search.seller_id],
      ...within("e.created_at", search),
      [anyOf("t.kind"), search.kinds],
      [anyOf("a.currency_code"), search.currency_codes],
      [anyOf("t.order_id"), search.order_ids],
      [anyOf("a.type"), search.accounts],
    ],
    // An account's entries of one moment stay in their order; others may stand in any.
    order: `e.created_at ${way}, e.account_version ${way}, e.id ${way}`,
  })
}
