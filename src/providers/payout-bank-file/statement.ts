import { XMLParser, XMLValidator } from "fast-xml-parser"
import { MedusaError } from "@medusajs/framework/utils"
import { toMinorUnits } from "../../money/minor-units"
import { minorDigits } from "../../money/scale"
import type { PayoutReportLine } from "../../payout-provider"
import { payoutIdOf } from "./transfer"

type Node = Record<string, unknown>

const lists = new Set(
  "Ntry NtryDtls TxDtls OrgnlPmtInfAndSts TxInfAndSts Stmt Ntfctn".split(" ")
)

/** Values stay text: an amount must not pass through a float. */
const parser = new XMLParser({
  ...{
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
  },
  ...{ parseTagValue: false, parseAttributeValue: false, trimValues: true },
  processEntities: true,
  isArray: (name) => lists.has(name),
})

/**
 * What a bank's XML says of our transfers: a status report (pain.002: refused),
 * a statement or notification (camt.053, camt.054: booked, sent back). Lines
 * without an id of ours are the account's other business.
 *
 * @throws MedusaError INVALID_DATA when it is none of these.
 */
export function readBankXml(content: string): PayoutReportLine[] {
  if (/<!DOCTYPE/i.test(content) || XMLValidator.validate(content) !== true) {
    throw unknownReport()
  }
  const document = at(parser.parse(content), "Document")
  const report = at(document, "CstmrPmtStsRpt")
  const statements = [
    ...many(at(document, "BkToCstmrStmt"), "Stmt"),
    ...many(at(document, "BkToCstmrDbtCdtNtfctn"), "Ntfctn"),
  ]
  if (!Object.keys(report).length && !statements.length) {
    throw unknownReport()
  }
  return [
    ...refusals(report),
    ...statements.flatMap((one) => many(one, "Ntry").flatMap(bookings)),
  ]
}

function refusals(report: Node): PayoutReportLine[] {
  const at_ = text(at(report, "GrpHdr"), "CreDtTm")
  const transactions = many(report, "OrgnlPmtInfAndSts").flatMap((payment) =>
    many(payment, "TxInfAndSts")
  )
  return transactions.flatMap((transaction) => {
    const amount = at(at(at(transaction, "OrgnlTxRef"), "Amt"), "InstdAmt")
    return text(transaction, "TxSts") === "RJCT"
      ? lineOf({
          endToEndId: text(transaction, "OrgnlEndToEndId"),
          ...{ status: "failed", amount, booked: at_ },
          reason: text(at(at(transaction, "StsRsnInf"), "Rsn"), "Cd"),
        })
      : []
  })
}

function bookings(entry: Node): PayoutReportLine[] {
  // Text until camt's version 4, a code of its own since. What is pending may still not come.
  const state = text(entry, "Sts") ?? text(at(entry, "Sts"), "Cd") ?? "BOOK"
  if (state !== "BOOK") {
    return []
  }
  const details = many(entry, "NtryDtls").flatMap((one) => many(one, "TxDtls"))
  const booked =
    text(at(entry, "BookgDt"), "Dt") ?? text(at(entry, "BookgDt"), "DtTm")
  const isBack = text(entry, "CdtDbtInd") === "CRDT"
  return details.flatMap((detail) => {
    const own = at(detail, "Amt")
    const amount = Object.keys(own).length
      ? own
      : at(at(at(detail, "AmtDtls"), "TxAmt"), "Amt")
    return lineOf({
      endToEndId: text(at(detail, "Refs"), "EndToEndId"),
      status: isBack ? "returned" : "paid",
      amount: Object.keys(amount).length ? amount : at(entry, "Amt"),
      booked,
      reason: text(at(at(detail, "RtrInf"), "Rsn"), "Cd"),
    })
  })
}

function lineOf(line: {
  endToEndId: string | undefined
  status: PayoutReportLine["status"]
  /** `<Amt Ccy="EUR">44.60</Amt>` */
  amount: Node
  booked: string | undefined
  reason: string | undefined
}): PayoutReportLine[] {
  const { endToEndId, status, amount, booked, reason } = line
  const payout_id = payoutIdOf(endToEndId)
  const value = text(amount, "#text")
  const currency = text(amount, "@Ccy")?.toLowerCase()
  if (!payout_id) {
    return []
  }
  if (!value || !currency || !booked || Number.isNaN(Date.parse(booked))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The report names ${payout_id} without amount, currency or date`
    )
  }
  return [
    {
      line_id: `${payout_id}:${status}`,
      ...{ payout_id, status, reason, provider_ref: null },
      amount: toMinorUnits(value, minorDigits(currency)),
      currency_code: currency,
      booked_at: new Date(booked),
    },
  ]
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The element of a name; an empty one when it is not there. */
const at = (node: unknown, name: string): Node => {
  const found = isNode(node) ? node[name] : undefined
  return isNode(found) ? found : {}
}

const many = (node: Node, name: string): Node[] =>
  [node[name] ?? []].flat().filter(isNode)

const text = (node: Node, name: string): string | undefined => {
  const value = node[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

const unknownReport = () =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The report is neither pain.002, camt.053, camt.054 nor CSV"
  )
