import { MedusaError } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { PayoutInstruction } from "../../../payout-provider"
import type { PayoutStatus } from "./transitions"

export type PayoutRow = {
  id: string
  seller_id: string
  currency_code: string
  scale: number
  amount: string
  status: PayoutStatus
  provider_id: string
  provider_account_id: string | null
  account_data: Record<string, string> | null
  provider_ref: string | null
  file_id: string | null
  idempotency_key: string
  attempt: number
}

/** What a payout's transitions are decided on. */
export const payoutColumns = `id, seller_id, currency_code, scale,
  amount::text as amount, status, provider_id, provider_account_id, account_data,
  provider_ref, file_id, idempotency_key, attempt`

/**
 * Rows by id, sorted, so that two who lock some of the same never wait in a circle.
 *
 * @throws MedusaError NOT_FOUND when one is missing
 */
export async function readPayouts(
  context: PayoutContext,
  ids: string[],
  lock: "" | "for update" = ""
): Promise<Map<string, PayoutRow>> {
  const rows = await sql<PayoutRow>(
    context,
    `select ${payoutColumns} from payout
     where id in (select jsonb_array_elements_text(?::jsonb)) order by id ${lock}`,
    [JSON.stringify(ids)]
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const missing = ids.find((id) => !byId.has(id))
  if (missing !== undefined) {
    throw notFound(missing)
  }
  return byId
}

/** @throws MedusaError NOT_FOUND */
export async function readPayout(
  context: PayoutContext,
  id: string
): Promise<PayoutRow> {
  const row = (await readPayouts(context, [id])).get(id)
  if (!row) {
    throw notFound(id)
  }
  return row
}

function notFound(id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no payout ${id}`
  )
}

const wakeSql = `
  update payout set next_check_at = now(), updated_at = now()
  where id = ? and status in ('unknown', 'submitted')`

/** The next worker asks for it at once. */
export async function wakePayout(
  context: PayoutContext,
  id: string
): Promise<void> {
  await sql(context, wakeSql, [id])
}

/** The same on every try. */
export function instructionOf(row: PayoutRow): PayoutInstruction {
  const { id, idempotency_key, seller_id, provider_account_id } = row
  return {
    payout_id: id,
    ...{ idempotency_key, seller_id, provider_account_id },
    account_data: row.account_data ?? {},
    amount: BigInt(row.amount),
    currency_code: row.currency_code,
    scale: row.scale,
  }
}
