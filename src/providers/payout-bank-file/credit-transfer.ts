import { MedusaError } from "@medusajs/framework/utils"
import { Document } from "sepa"
import { fromMinorUnits } from "../../money/minor-units"
import type { PayoutFile, PayoutFileOrder } from "../../payout-provider"
import { bankTransfer } from "./transfer"

export type Debtor = { name: string; iban: string; bic?: string }

/**
 * A SEPA credit transfer initiation, pain.001.001.09. The same order makes the
 * same file, and a bank refuses a message id that it has seen.
 *
 * @throws MedusaError UNEXPECTED_STATE when its control sum is not ours to the cent.
 */
export function creditTransfer(
  debtor: Debtor,
  { id, created_at, instructions }: PayoutFileOrder
): PayoutFile {
  const document = new Document("pain.001.001.09")
  document.grpHdr.id = id.replace("_", "-")
  document.grpHdr.created = created_at
  document.grpHdr.initiatorName = debtor.name
  const payment = document.createPaymentInfo()
  payment.requestedExecutionDate = created_at
  payment.batchBooking = false
  payment.debtorName = debtor.name
  payment.debtorIBAN = debtor.iban
  payment.debtorBIC = debtor.bic ?? ""
  document.addPaymentInfo(payment)
  const transfers = instructions.map(bankTransfer)
  for (const transfer of transfers) {
    const line = payment.createTransaction()
    line.creditorName = transfer.name
    line.creditorIBAN = transfer.iban
    line.creditorBIC = transfer.bic
    // The library counts in floats; the sum is checked below.
    line.amount = Number(transfer.amount_text)
    line.end2endId = transfer.end_to_end_id
    line.remittanceInfo = transfer.payout_id
    payment.addTransaction(line)
    // The library's own ids grow beyond the 35 characters of a bank.
    line.id = transfer.end_to_end_id
  }
  const content = document.toString()
  const total = transfers.reduce((sum, { amount }) => sum + amount, 0n)
  ensureControlSum(content, fromMinorUnits(total, 2))
  return { filename: `${id}.xml`, mime_type: "application/xml", content }
}

function ensureControlSum(content: string, wanted: string): void {
  const sums = [...content.matchAll(/<CtrlSum>([^<]*)<\/CtrlSum>/g)]
  const other = sums.find(([, sum]) => sum !== wanted)
  if (other || sums.length !== 2) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The file says ${other?.[1]} and the payouts sum to ${wanted}`
    )
  }
}
