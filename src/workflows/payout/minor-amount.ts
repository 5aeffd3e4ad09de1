import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { parseDecimal } from "../../money/decimal"
import { minorDigits } from "../../money/scale"

/** More is a typing error, and would not fit beside others. */
const mostDigits = 15

/**
 * An amount that a person typed, as minor units of a currency that the shop knows.
 *
 * @param of.amount - Major units as decimal text.
 * @throws MedusaError INVALID_DATA naming `currency_code` or `amount`.
 */
export async function toMinorAmount(
  container: MedusaContainer,
  { amount, currency_code }: { amount: string; currency_code: string }
): Promise<bigint> {
  const [known] = await container
    .resolve(Modules.CURRENCY)
    .listCurrencies({ code: [currency_code] }, { take: 1 })
  if (!known) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `currency_code: there is no currency ${currency_code}`
    )
  }
  const digits = minorDigits(currency_code)
  if (!/^-?\d+(\.\d+)?$/.test(amount) || amount.length > mostDigits) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: ${amount} is not an amount in major units, e.g. 12.50`
    )
  }
  try {
    return parseDecimal(amount, digits)
  } catch {
    // The reason names no field.
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: ${currency_code} has ${digits} digits after the point`
    )
  }
}
