import type { PayoutModuleService } from "../../src/modules/payout/service"

/** Minor units of one order: 100.00 with 10 % commission, a quarter of it paid by credit. */
export const posted = { gross: 10_000n, credit: 2_500n, commission: 1_000n }

/**
 * All that happens to the money of one order, told as a sweeper tells it: each
 * posting may be there already.
 */
export async function postOrder(
  service: PayoutModuleService,
  number: number
): Promise<void> {
  const order_id = `order_${number}`
  const { gross, credit, commission } = posted
  const psp = { provider_id: "pp_x", currency_code: "usd" }
  const capture = { capture_id: `capt_${number}`, amount: gross - credit }
  await service.freezeSettlementLines([
    {
      ...{ order_id, seller_id: `sel_order_${number}`, origin: "placement" },
      ...{ line_type: "item", line_id: "item_1", currency_code: "usd" },
      ...{ gross, discount_seller: 0n, discount_platform: 0n, tax: 0n },
      ...{ tax_remitter: "platform", commission, commission_tax: 0n },
      ...{ rule_id: null, rule_version: null, explain: {} },
    },
  ])
  await service.recordParentCapture({ ...capture, ...psp })
  await service.recordCapture({ ...capture, order_id })
  await service.recordCredit({ order_id, amount: credit })
  await service.releaseEarnings({ order_id, part: "1" })
  await service.recordRefund({
    ...{ refund_id: `ref_${number}`, order_id, provider_id: "pp_x" },
    amount: capture.amount,
  })
  await service.recordCreditReturned({ order_id, reason: "canceled" })
}
