import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { MedusaError } from "@medusajs/framework/utils"

export type SellerContextOfModule = Context<EntityManager>

/**
 * The transaction that a method of the service runs in.
 *
 * @throws MedusaError UNEXPECTED_STATE outside a transaction: a lock would be released at once.
 */
export function transactionOf(context: SellerContextOfModule): EntityManager {
  if (!context.transactionManager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This needs a transaction"
    )
  }
  return context.transactionManager
}

/** Runs one statement in the method's transaction. */
export async function sql<T>(
  context: SellerContextOfModule,
  statement: string,
  values: (string | null | Date)[] = []
): Promise<T[]> {
  return await transactionOf(context).execute<T[]>(statement, values)
}

/** Runs one reading statement, in the method's transaction if there is one. */
export async function readSql<T>(
  context: SellerContextOfModule,
  statement: string,
  values: (string | null | Date)[] = []
): Promise<T[]> {
  const manager = context.transactionManager ?? context.manager
  return (await manager?.execute<T[]>(statement, values)) ?? []
}

/**
 * Serialises what changes one seller's status, members or invites, until the
 * transaction ends.
 *
 * @returns false when there is no such seller.
 */
export async function lockSeller(
  context: SellerContextOfModule,
  sellerId: string
): Promise<boolean> {
  const rows = await sql(
    context,
    "select id from seller where id = ? and deleted_at is null for update",
    [sellerId]
  )
  return rows.length === 1
}
