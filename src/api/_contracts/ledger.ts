import { accountTypes, postingKinds } from "../../modules/payout/types"
import { listQuery } from "./list-query"
import { closedValues } from "./money"

/**
 * What a list of ledger lines asks for: `created_at`, `kind`, `currency_code`,
 * `order_id`, `account`, `order` by `created_at`.
 *
 * @throws MedusaError INVALID_DATA naming a parameter with a bad value.
 */
export function ledgerQuery(query: unknown) {
  const { limit, offset, order, values, ...period } = listQuery(query, [
    "created_at",
  ])
  return {
    ...{ limit, offset },
    from: period.created_from,
    to: period.created_to,
    kinds: closedValues("kind", values("kind"), postingKinds),
    accounts: closedValues("account", values("account"), accountTypes),
    currency_codes: values("currency_code")?.map((code) => code.toLowerCase()),
    order_ids: values("order_id"),
    ascending: order ? !order.descending : false,
  }
}
