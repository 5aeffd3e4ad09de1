import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { allMinorDigits } from "../../money/scale"
import { SPLIT_PROVIDER_ID } from "../../providers/payment-split/types"

/**
 * Reads across the tables of Medusa's order and payment modules, the order sets
 * and the books, which no query of one module can join. `:split` and `:digits`
 * are always there.
 */
export async function selectMoney<Row>(
  container: MedusaContainer,
  sql: string,
  values: Record<string, unknown> = {}
): Promise<Row[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await db.raw(sql, {
    split: SPLIT_PROVIDER_ID,
    digits: JSON.stringify(allMinorDigits()),
    ...values,
  })
  return rows
}

/** An amount in major units as minor units of a currency, halves away from zero. */
export function minorUnits(amount: string, currency: string): string {
  return `round((${amount}) * power(10::numeric, coalesce((cast(:digits as jsonb) ->> lower(${currency}))::int, 2)))`
}
