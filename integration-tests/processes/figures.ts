import type { Client } from "pg"
import type { Acquirer } from "../acquirer/server"
import type { ProductFixture } from "../world"
import type { Cart } from "./shop"

type Where = { db: Client; acquirer: Acquirer }

/** What the acquirer was told for one cart. */
export async function toldTo({ acquirer, db }: Where, cart: Cart) {
  const { rows } = await db.query<{ id: string }>(
    `select data->>'id' as id from payment_session
     where payment_collection_id = $1`,
    [cart.collectionId]
  )
  const ids = new Set([cart.paymentId, ...rows.map(({ id }) => id)])
  const calls = acquirer.calls.filter(({ payment }) => ids.has(payment))
  const keysOf = (wanted: string) =>
    new Set(calls.filter(({ op }) => op === wanted).map(({ key }) => key))
  return {
    payments: [...ids].map((id) => acquirer.find(id).status),
    // A call that is repeated with its key is the same one.
    authorisations: keysOf("authorize").size,
    captures: keysOf("capture").size,
    others: calls.filter(({ op }) =>
      ["refund", "cancel", "delete"].includes(op)
    ),
  }
}

export async function usageOf({ db }: Where, code: string): Promise<number> {
  const { rows } = await db.query<{ used: number }>(
    `select b.used::float as used from promotion_campaign_budget b
     join promotion_campaign c on c.id = b.campaign_id
     where c.campaign_identifier = $1`,
    [code]
  )
  return rows[0]?.used ?? 0
}

export async function levelOf(
  { db }: Where,
  { inventoryItemId }: ProductFixture
) {
  const { rows } = await db.query(
    `select stocked_quantity::float as stocked, reserved_quantity::float as reserved
     from inventory_level where inventory_item_id = $1 and deleted_at is null`,
    [inventoryItemId]
  )
  return rows[0]
}
