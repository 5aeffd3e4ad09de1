import { generateEntityId } from "@medusajs/framework/utils"
import { minorDigits } from "../../../money/scale"
import type { PayoutContext } from "../transaction"
import { asRecords, sql } from "../transaction"
import type { AccountRef } from "../types"
import { accountKey } from "./check-posting"

export type CurrencyAccount = AccountRef & { currency_code: string }

/** An account whose row is locked until the transaction ends. */
export type LockedAccount = { id: string; balance: bigint; version: bigint }

type AccountRow = CurrencyAccount & {
  id: string
  balance: string
  version: string
}

/** Parameter: the accounts as JSON. Sorted, so that two makers never wait for each other in a circle. */
const openSql = `
  insert into ledger_account (id, owner_type, owner_id, type, currency_code, scale)
  select k.id, k.owner_type, k.owner_id, k.type, k.currency_code, k.scale
  from jsonb_to_recordset(?::jsonb) as k(id text, owner_type text,
    owner_id text, type text, currency_code text, scale int)
  where not exists (
    select 1 from ledger_account a
    where (a.owner_type, a.owner_id, a.type, a.currency_code)
      = (k.owner_type, k.owner_id, k.type, k.currency_code)
  )
  order by k.owner_type, k.owner_id, k.type, k.currency_code
  on conflict (owner_type, owner_id, type, currency_code) do nothing`

const lockSql = `
  select a.id, a.owner_type, a.owner_id, a.type, a.currency_code,
    a.balance::text as balance, a.version::text as version
  from ledger_account a
  join jsonb_to_recordset(?::jsonb) as k(owner_type text, owner_id text,
    type text, currency_code text)
    on (a.owner_type, a.owner_id, a.type, a.currency_code)
      = (k.owner_type, k.owner_id, k.type, k.currency_code)
  order by a.id
  for update of a`

/** The key of {@link lockAccounts}' answer. */
export function currencyKey(account: CurrencyAccount): string {
  return `${accountKey(account)}:${account.currency_code}`
}

/**
 * Opens the accounts that are missing and locks all of them, sorted by id. A
 * transaction does this once: a second call could wait for somebody who waits
 * for the first.
 *
 * @returns the locked accounts by {@link currencyKey}.
 */
export async function lockAccounts(
  context: PayoutContext,
  accounts: CurrencyAccount[]
): Promise<Map<string, LockedAccount>> {
  const wanted = new Map(accounts.map((one) => [currencyKey(one), one]))
  const keys = asRecords(
    [...wanted.values()].map(
      ({ owner_type, owner_id, type, currency_code }) => ({
        id: generateEntityId(undefined, "lacc"),
        ...{ owner_type, owner_id, type, currency_code },
        scale: minorDigits(currency_code),
      })
    )
  )
  await sql(context, openSql, [keys])
  const rows = await sql<AccountRow>(context, lockSql, [keys])
  return new Map(
    rows.map((row) => [
      currencyKey(row),
      {
        id: row.id,
        balance: BigInt(row.balance),
        version: BigInt(row.version),
      },
    ])
  )
}
