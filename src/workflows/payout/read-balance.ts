import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutModuleService } from "../../modules/payout/service"
import { listUpcomingReleases } from "./earnings-due"

export type ReadBalanceInput = {
  seller_id: string
  /** The page of upcoming releases. */
  limit: number
  offset: number
}

const readBalanceStep = createStep(
  "read-seller-balance",
  async ({ seller_id, limit, offset }: ReadBalanceInput, { container }) => {
    const payout = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    const { releases, count } = await listUpcomingReleases(container, {
      ...{ sellerId: seller_id, limit, offset },
    })
    return new StepResponse({
      ...(await payout.readBalances(seller_id)),
      terms: await payout.readReleaseTerms(seller_id),
      releases,
      count,
    })
  }
)

export const readBalanceWorkflowId = "read-seller-balance"

/** What a seller has per currency, and what becomes available when. Only reads; minor units as decimal text. */
export const readBalanceWorkflow = createWorkflow(
  readBalanceWorkflowId,
  (input: ReadBalanceInput) => new WorkflowResponse(readBalanceStep(input))
)
