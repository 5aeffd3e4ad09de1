import { sellerAccount } from "../postings/accounts"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import { lockAccounts } from "./lock-accounts"

export type SellerFloor = {
  seller_id: string
  currency_code: string
  /** Minor units. */
  floor: bigint | null
}

export async function setFloor(
  context: PayoutContext,
  { seller_id, currency_code, floor }: SellerFloor
): Promise<void> {
  const accounts = await lockAccounts(context, [
    { ...sellerAccount(seller_id, "available"), currency_code },
  ])
  for (const { id } of accounts.values()) {
    await sql(
      context,
      "update ledger_account set floor = ?, updated_at = now() where id = ?",
      [floor?.toString() ?? null, id]
    )
  }
}
