import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import { settlePayouts } from "./settle"

const misdirectedSql = `
  select o.id from payout o
  join payout_account a on a.seller_id = o.seller_id
  where o.status = 'reserved' and (?::text is null or o.seller_id = ?)
    and (a.provider_id, a.provider_account_id)
      is distinct from (o.provider_id, o.provider_account_id)
  order by o.id limit 500`

/**
 * Ends payouts that were reserved for a destination which their sellers left
 * before anything was sent: the money is available again and goes to the new one.
 *
 * @param sellerId - Only this seller's; without it all.
 */
export async function endMisdirected(
  context: PayoutContext,
  sellerId: string | null = null
): Promise<void> {
  const rows = await sql<{ id: string }>(context, misdirectedSql, [
    ...[sellerId, sellerId],
  ])
  if (rows.length) {
    await settlePayouts(
      context,
      rows.map(({ id }) => ({
        ...{ payout_id: id, status: "failed" },
        reason: "The payout details were changed",
        // Whoever claims it in between makes another attempt of it.
        attempt: 0,
      }))
    )
  }
}
