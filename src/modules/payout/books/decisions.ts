import { generateEntityId } from "@medusajs/framework/utils"
import type { PayoutContext } from "../transaction"
import { sql } from "../transaction"
import type { Found, Page } from "./pages"
import { readPage } from "./pages"

/** What an operator decided about a seller's money, beside the ledger. */
export type NewDecision = {
  seller_id: string
  kind: "hold" | "end_hold" | "floor" | "release_terms"
  reason: string
  /** What was decided, as it was asked for. */
  details: Record<string, unknown>
  created_by: string
}

export type DecisionLine = NewDecision & { id: string; created_at: Date }

const insertSql = `
  insert into payout_decision (id, seller_id, kind, reason, details, created_by)
  values (?, ?, ?, ?, ?::jsonb, ?)`

export async function keepDecision(
  context: PayoutContext,
  { seller_id, kind, reason, details, created_by }: NewDecision
): Promise<string> {
  const id = generateEntityId(undefined, "pdec")
  await sql(context, insertSql, [
    ...[id, seller_id, kind, reason],
    ...[JSON.stringify(details), created_by],
  ])
  return id
}

/** Newest first. */
export async function searchDecisions(
  context: PayoutContext,
  search: Page & { seller_id: string }
): Promise<Found<DecisionLine>> {
  return await readPage<DecisionLine>(context, {
    select: "id, seller_id, kind, reason, details, created_by, created_at",
    from: "payout_decision",
    ...{ limit: search.limit, offset: search.offset },
    conditions: [["seller_id = ?", search.seller_id]],
    order: "created_at desc, id desc",
  })
}
