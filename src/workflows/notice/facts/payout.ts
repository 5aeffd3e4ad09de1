import { formatDecimal } from "../../../money/decimal"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type { PayoutModuleService } from "../../../modules/payout/service"
import { SELLER_MODULE } from "../../../modules/seller"
import type { SellerModuleService } from "../../../modules/seller/service"
import { textOf } from "./payload"
import type { ReadFacts } from "./facts"

/** A transfer to a seller. */
export const payoutFacts: ReadFacts = async (container, payload) => {
  const id = textOf(payload, "id")
  const [payout] = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listPayouts({ id })
  if (!payout) {
    return null
  }
  const [seller] = await container
    .resolve<SellerModuleService>(SELLER_MODULE)
    .listSellers({ id: payout.seller_id })
  return {
    resource_type: "payout",
    resource_id: id,
    version: "1",
    seller_id: payout.seller_id,
    data: {
      seller: seller?.name,
      amount: formatDecimal(BigInt(payout.amount), payout.scale),
      currency: payout.currency_code,
      reason: payout.reason,
    },
  }
}
