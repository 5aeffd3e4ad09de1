import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

export type PayoutContext = Context<EntityManager>

type Value = string | number | boolean | Date | null

/**
 * Runs one statement in the method's transaction.
 *
 * @throws MedusaError UNEXPECTED_STATE outside a transaction: its locks would be released at once.
 */
export async function sql<T>(
  context: PayoutContext,
  statement: string,
  values: Value[] = []
): Promise<T[]> {
  if (!context.transactionManager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Money is written in a transaction only"
    )
  }
  return await context.transactionManager.execute<T[]>(statement, values)
}

/**
 * Runs one statement that is whole by itself: in the caller's transaction, or in
 * none, which saves the two round trips that begin and end one.
 */
export async function sqlAlone<T>(
  context: PayoutContext,
  statement: string,
  values: Value[] = []
): Promise<T[]> {
  const manager = context.transactionManager ?? context.manager
  return (await manager?.execute<T[]>(statement, values)) ?? []
}

/** Rows as one parameter for `jsonb_to_recordset`; amounts become decimal strings. */
export function asRecords(rows: object[]): string {
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value
  )
}

/**
 * Serialises what changes the money of one order until the transaction ends.
 * Always taken before accounts, and in sorted order, so that nobody waits in a circle.
 */
export async function lockOrders(
  context: PayoutContext,
  orderIds: string[]
): Promise<void> {
  const keys = [...new Set(orderIds)].sort().map((id) => `ledger:${id}`)
  await sql(
    context,
    `select pg_advisory_xact_lock(hashtextextended(key, 20261125))
     from (select key from jsonb_array_elements_text(?::jsonb) with ordinality
       as sorted(key, place) order by place) keys`,
    [JSON.stringify(keys)]
  )
}
