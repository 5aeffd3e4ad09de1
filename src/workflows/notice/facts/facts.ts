import type { MedusaContainer } from "@medusajs/framework/types"
import { fulfilmentFacts, orderFacts, refundFacts, returnFacts } from "./orders"
import { orderSetFacts } from "./order-set"
import { documentFacts } from "./document"
import { debtFacts, invariantFacts, stockFacts } from "./alert"
import {
  disputeFacts,
  payoutAccountFacts,
  payoutFacts,
  payoutHoldFacts,
  statementFacts,
} from "./payout"
import { requestFacts, returnRequestFacts } from "./request"
import { reviewFacts } from "./review"
import {
  inviteFacts,
  memberFacts,
  newOwnerFacts,
  ownerFacts,
  sellerFacts,
} from "./seller"
import {
  cartFacts,
  customerFacts,
  productVisitFacts,
  sellerVisitFacts,
} from "./visits"
import type { NoticeData } from "../render-notice"

/** What is known of the thing that an event is about. */
export type Facts = {
  resource_type: string
  resource_id: string
  /** Tells this occurrence from another of the same event and thing; the same whenever the event comes again. */
  version: string
  seller_id: string | null
  buyer?: Buyer | null
  /** Who did it, as an analytics service may know it: a customer, a cart or a hash. */
  visitor?: string | null
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
  owner: ownerFacts,
  "new-owner": newOwnerFacts,
  invite: inviteFacts,
  request: requestFacts,
  "return-request": returnRequestFacts,
  review: reviewFacts,
  order: orderFacts,
  return: returnFacts,
  refund: refundFacts,
  fulfilment: fulfilmentFacts,
  "order-set": orderSetFacts,
  payout: payoutFacts,
  "payout-account": payoutAccountFacts,
  statement: statementFacts,
  dispute: disputeFacts,
  "payout-hold": payoutHoldFacts,
  stock: stockFacts,
  debt: debtFacts,
  invariant: invariantFacts,
  document: documentFacts,
  cart: cartFacts,
  customer: customerFacts,
  "product-visit": productVisitFacts,
  "seller-visit": sellerVisitFacts,
} satisfies Record<string, ReadFacts>

export type FactsName = keyof typeof readers

/** The facts of one kind. */
export const factsOf = (name: FactsName): ReadFacts => readers[name]
