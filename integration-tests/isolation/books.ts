import { PAYOUT_MODULE } from "../../src/modules/payout"
import type { PayoutModuleService } from "../../src/modules/payout/service"
import { issueStatementsWorkflow } from "../../src/workflows/payout/issue-statements"
import { bookedAt } from "../booked-month"
import type { World } from "../world"

/** Money of a seller with a reason that holds the text, on a statement of a finished month. */
export async function createStatement(
  { container }: World,
  seller_id: string,
  text: string
): Promise<void> {
  const books = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  await bookedAt(container, "2026-06-15T12:00:00Z", () =>
    books.proposeAdjustment({
      ...{ seller_id, currency_code: "eur", amount: 100n },
      ...{ reason: `${text} bonus`, created_by: "user_1" },
    })
  )
  await issueStatementsWorkflow(container).run({
    input: { seller_id, period: "2026-06", created_by: "user_1" },
  })
}
