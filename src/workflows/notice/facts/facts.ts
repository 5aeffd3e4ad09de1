import type { MedusaContainer } from "@medusajs/framework/types"
import { fulfilmentFacts, orderFacts, refundFacts, returnFacts } from "./orders"
import { orderSetFacts } from "./order-set"
import { payoutAccountFacts, payoutFacts, statementFacts } from "./payout"
import { requestFacts } from "./request"
import { memberFacts, sellerFacts } from "./seller"
import type { NoticeData } from "../render-notice"

/** What is known of the thing that an event is about. */
export type Facts = {
  resource_type: string
  resource_id: string
  /** Tells this occurrence from another of the same event and thing; the same whenever the event comes again. */
  version: string
  seller_id: string | null
  buyer?: Buyer | null
  data: NoticeData
}

export type Buyer = {
  id: string | null
  email: string
  phone: string | null
  locale: string | null
}

export type Payload = Record<string, unknown>

/** Reads the rows behind an event; null when nobody is to be told. */
export type ReadFacts = (
  container: MedusaContainer,
  payload: Payload,
  event: string
) => Promise<Facts | null>

const readers = {
  seller: sellerFacts,
  member: memberFacts,
  request: requestFacts,
  order: orderFacts,
  return: returnFacts,
  refund: refundFacts,
  fulfilment: fulfilmentFacts,
  "order-set": orderSetFacts,
  payout: payoutFacts,
  "payout-account": payoutAccountFacts,
  statement: statementFacts,
} satisfies Record<string, ReadFacts>

export type FactsName = keyof typeof readers

/** The facts of one kind. */
export const factsOf = (name: FactsName): ReadFacts => readers[name]
