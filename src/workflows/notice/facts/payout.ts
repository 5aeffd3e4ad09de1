import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MarketplaceEvents } from "../../../events"
import { formatDecimal } from "../../../money/decimal"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type { PayoutModuleService } from "../../../modules/payout/service"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { minorDigits } from "../../../money/scale"
import { readOrder } from "./orders"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

const payoutsOf = (container: MedusaContainer) =>
  container.resolve<PayoutModuleService>(PAYOUT_MODULE)

/** A transfer to a seller. */
export const payoutFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [payout] = await payoutsOf(container).listPayouts({ id })
  return payout
    ? {
        resource_type: "payout",
        resource_id: id,
        version: "1",
        seller_id: payout.seller_id,
        data: {
          seller: await nameOf(container, payout.seller_id),
          amount: formatDecimal(BigInt(payout.amount), payout.scale),
          currency: payout.currency_code,
          reason: payout.reason,
        },
      }
    : null
}

/** Where a seller is paid: another account, or the same in another state. */
export const payoutAccountFacts: ReadFacts = async (
  container,
  payload,
  event
) => {
  const id = textOf(payload, "id")
  const [account] = await payoutsOf(container).listPayoutAccounts({ id })
  if (!account) {
    return null
  }
  // The provider's name for the account may be a bank's number: only its hash.
  const place = createHash("sha256")
    .update(`${account.provider_id}:${account.provider_account_id}`)
    .digest("hex")
    .slice(0, 16)
  return {
    resource_type: "payout_account",
    resource_id: id,
    version:
      event === MarketplaceEvents.PAYOUT_ACCOUNT_CHANGED
        ? place
        : `${account.status}:${account.updated_at.toISOString()}`,
    seller_id: account.seller_id,
    data: {
      seller: await nameOf(container, account.seller_id),
      state: account.status,
    },
  }
}

/** A seller's month, frozen under its number. */
export const statementFacts: ReadFacts = async (container, payload) => {
  const sellerId = textOf(payload, "seller_id")
  return {
    resource_type: "seller_statement",
    resource_id: textOf(payload, "id"),
    version: "1",
    seller_id: sellerId,
    data: {
      seller: await nameOf(container, sellerId),
      number: textOf(payload, "number"),
      period: textOf(payload, "period"),
    },
  }
}

/** Money of an order that a payment service took back, or tries to. */
export const disputeFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [dispute] = await payoutsOf(container).listDisputes({ id })
  const order = dispute && (await readOrder(container, dispute.order_id))
  if (!order) {
    return null
  }
  const digits = minorDigits(dispute.currency_code)
  return {
    ...order,
    resource_type: "dispute",
    resource_id: id,
    version: "1",
    data: {
      ...order.data,
      items: undefined,
      amount: formatDecimal(BigInt(dispute.amount), digits),
      currency: dispute.currency_code,
      reason: dispute.reason,
    },
  }
}

/** An operator stopped a seller's payouts, or let them go on. */
export const payoutHoldFacts: ReadFacts = async (container, payload) => {
  const sellerId = textOf(payload, "seller_id")
  const [account] = await payoutsOf(container).listPayoutAccounts({
    seller_id: sellerId,
  })
  return {
    resource_type: "payout_hold",
    resource_id: textOf(payload, "id"),
    version: "1",
    seller_id: sellerId,
    data: {
      seller: await nameOf(container, sellerId),
      ...(typeof payload.until === "string"
        ? { until: payload.until, reason: account?.hold_reason }
        : {}),
    },
  }
}

/** A seller's name; undefined when it is gone. */
export async function nameOf(
  container: MedusaContainer,
  sellerId: string
): Promise<string | undefined> {
  const [seller] = await container
    .resolve<SellerModuleService>(SELLER_MODULE)
    .listSellers({ id: sellerId })
  return seller?.name
}
