import type { ReleaseCondition } from "../../../options"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"

/** Where one seller's terms differ from the options; `null`: as the option says. */
export type SellerReleaseTerms = {
  release_on: ReleaseCondition | null
  hold_days: number | null
  /** Hundredths of a percent. */
  reserve_basis_points: number | null
  reserve_days: number | null
}

const saveSql = `
  insert into release_terms (seller_id, release_on, hold_days,
    reserve_basis_points, reserve_days)
  values (?, ?, ?, ?, ?)
  on conflict (seller_id) do update
  set release_on = excluded.release_on, hold_days = excluded.hold_days,
    reserve_basis_points = excluded.reserve_basis_points,
    reserve_days = excluded.reserve_days, updated_at = now()`

const readSql = `
  select release_on, hold_days, reserve_basis_points, reserve_days
  from release_terms where seller_id = ?`

export async function saveReleaseTerms(
  context: PayoutContext,
  sellerId: string,
  terms: SellerReleaseTerms
): Promise<void> {
  await sql(context, saveSql, [
    ...[sellerId, terms.release_on, terms.hold_days],
    ...[terms.reserve_basis_points, terms.reserve_days],
  ])
}

/** What differs for this seller; all `null` when nothing does. */
export async function readReleaseTerms(
  context: PayoutContext,
  sellerId: string
): Promise<SellerReleaseTerms> {
  const [terms] = await sql<SellerReleaseTerms>(context, readSql, [sellerId])
  return (
    terms ?? {
      ...{ release_on: null, hold_days: null },
      ...{ reserve_basis_points: null, reserve_days: null },
    }
  )
}
