import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import type { Posted } from "../../modules/payout/types"
import type { DuePosting } from "./due-postings"
import { dueBack } from "./order-changes"
import { settleChanges } from "./settle-changes"

/** Posts one; again is harmless. What a change of the order added is frozen first. */
export async function recordDue(
  container: MedusaContainer,
  due: DuePosting
): Promise<Posted> {
  const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const { id, order_id, provider_id, currency_code } = due
  const amount = BigInt(due.amount)
  const occurred_at = new Date(due.occurred_at)
  switch (due.kind) {
    case "capture_parent":
      return await payout.recordParentCapture({
        ...{ capture_id: id, provider_id, amount, currency_code },
      })
    case "share_cancelled":
      return await payout.recordShareCancelled({
        ...{ order_id, provider_id, amount, currency_code },
      })
    case "capture":
      if (due.is_extra) {
        await settleChanges(container, order_id)
      }
      return await payout.recordCapture({
        ...{ capture_id: id, order_id, amount, occurred_at },
      })
    case "credit":
      return await payout.recordCredit({ order_id, amount, occurred_at })
    case "credit_returned":
      return (
        (await payout.recordCreditReturned({
          ...{ order_id, reason: "canceled", occurred_at },
        })) ?? { id: "", posted: false }
      )
    case "refund": {
      const { order, settled } = await settleChanges(container, order_id)
      return await payout.recordRefund({
        ...{ refund_id: id, order_id, provider_id, amount, occurred_at },
        due: dueBack(order, settled.lines),
      })
    }
  }
}
