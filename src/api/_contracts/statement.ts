import { z } from "@medusajs/framework/zod"
import { listQuery } from "./list-query"

/** `POST /admin/sellers/:id/statements` */
export const IssueStatements = z.strictObject({
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "period: is a month, e.g. 2026-11"),
})
export type IssueStatements = z.infer<typeof IssueStatements>

/** `currency_code`, `period`, `id`, and for operators `seller_id`; newest first. */
export function statementQuery(query: unknown) {
  const { limit, offset, values } = listQuery(query, [])
  return {
    ...{ limit, offset },
    ids: values("id"),
    seller_ids: values("seller_id"),
    periods: values("period"),
    currency_codes: values("currency_code")?.map((code) => code.toLowerCase()),
  }
}
