import { isValidHandle, MedusaError, toHandle } from "@medusajs/framework/utils"
import { conflict } from "./errors"
import { sql, type SellerContextOfModule } from "./transaction"

/** What no two living sellers may share. */
export type Names = { name?: string; handle?: string; email?: string }

const takenSql = `
  select 'name' as field from seller
    where lower(name) = lower(?) and status <> 'terminated'
      and deleted_at is null and id <> ?
  union all
  select 'handle' from seller
    where handle = ? and status <> 'terminated'
      and deleted_at is null and id <> ?
  union all
  select 'email' from seller_profile
    where email = ? and email <> '' and is_living
      and deleted_at is null and seller_id <> ?`

/** One lock for the names of all sellers, until the transaction ends. */
export async function lockNames(context: SellerContextOfModule): Promise<void> {
  await sql(context, "select pg_advisory_xact_lock(hashtext('seller names'))")
}

/**
 * Refuses names that another living seller has. One lock for all sellers makes
 * this exact under parallel calls, so that the answer says which name is taken;
 * the unique indexes stand behind it.
 *
 * @param except - The seller that may have them, when it is an update.
 * @throws MedusaError CONFLICT naming the field and the value.
 */
export async function ensureNamesFree(
  context: SellerContextOfModule,
  { name, handle, email }: Names,
  except = ""
): Promise<void> {
  await lockNames(context)
  const [taken] = await sql<{ field: "name" | "handle" | "email" }>(
    context,
    takenSql,
    [name ?? null, except, handle ?? null, except, email ?? null, except]
  )
  switch (taken?.field) {
    case undefined:
      return
    case "email":
      throw conflict("Provided email is already taken")
    case "name":
      throw conflict(`The name "${name}" is already taken by another seller`)
    case "handle":
      throw conflict(
        `The handle "${handle}" is already taken by another seller`
      )
  }
}

/**
 * A free handle made of a name: `bobs-parts`, else `bobs-parts-2` and so on.
 * Call it after `ensureNamesFree`, whose lock it relies on.
 */
export async function freeHandle(
  context: SellerContextOfModule,
  name: string
): Promise<string> {
  // Medusa's helper falls back to `product-…` for a name without any letter.
  const base = /[\p{L}\p{N}]/u.test(name) ? toHandle(name) : "seller"
  const rows = await sql<{ handle: string }>(
    context,
    `select handle from seller
     where (handle = ? or handle like ? || '-%')
       and status <> 'terminated' and deleted_at is null`,
    [base, base]
  )
  const taken = new Set(rows.map(({ handle }) => handle))
  let free = base
  for (let n = 2; taken.has(free); n++) {
    free = `${base}-${n}`
  }
  return free
}

/** @throws MedusaError INVALID_DATA for what cannot stand in an address. */
export function ensureValidHandle(handle: string): void {
  if (!isValidHandle(handle)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'handle': "${handle}" may hold lower-case letters, digits and single hyphens only`
    )
  }
}
