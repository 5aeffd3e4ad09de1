import { fromMinorUnits } from "../../money/minor-units"
import type { PayoutInstruction } from "../../payout-provider"

/** A transfer in the words of a bank. */
export type BankTransfer = {
  payout_id: string
  /** Travels with the money and comes back in statements. */
  end_to_end_id: string
  name: string
  iban: string
  bic: string
  amount: bigint
  /** Decimal text in major units. */
  amount_text: string
  currency_code: string
}

/** Banks take letters, digits and few signs: `pout_01…` travels as `pout-01…`, 31 of the 35 that they allow. */
export const endToEndIdOf = (payoutId: string) => payoutId.replace("_", "-")

/** @returns nothing for what is not an id of ours. */
export const payoutIdOf = (endToEndId: string | undefined) =>
  endToEndId && /^pout-[\w-]+$/.test(endToEndId)
    ? endToEndId.replace("-", "_")
    : undefined

export function bankTransfer(instruction: PayoutInstruction): BankTransfer {
  const { payout_id, account_data, amount, scale } = instruction
  return {
    payout_id,
    end_to_end_id: endToEndIdOf(payout_id),
    name: account_data.account_holder ?? "",
    iban: instruction.provider_account_id ?? "",
    bic: account_data.bic ?? "",
    amount,
    amount_text: fromMinorUnits(amount, scale),
    currency_code: instruction.currency_code,
  }
}
